import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import floors from '../../../scripts/lib/floors.cjs';
import { checkLayers, circlesOf } from '../../../scripts/lib/layers.mjs';

const project = resolve(import.meta.dirname, '../../..');

// A small project that keeps every rule.
const sound: Record<string, string> = {
  'shared/kernel/result.ts': 'export const ok = 1;',
  'shared/domain/case/fold.ts':
    "import { z } from 'zod';\nimport { ok } from '@shared/kernel/result.ts';\nexport const fold = [z, ok];",
  'shared/contract/calls.ts': "import { fold } from '../domain/case/fold.ts';\nexport const calls = fold;",
  'electron/backend/index.ts':
    "import { readFileSync } from 'node:fs';\nimport Database from 'better-sqlite3';\nimport { calls } from '@shared/contract/calls.ts';\nexport const backend = [readFileSync, Database, calls];",
  'electron/cli/index.ts': "import { backend } from '../backend/index.ts';\nexport const cli = backend;",
  'electron/main/index.ts': "import { app } from 'electron';\nexport const main = app;",
  'electron/preload/index.ts': "import { contextBridge } from 'electron';\nexport const bridge = contextBridge;",
  'renderer/ui/Button.tsx': 'export const Button = () => <button type="button" />;',
  'renderer/features/notes/Notes.tsx':
    "import { Button } from '../../ui/Button.tsx';\nexport const Notes = () => <Button tone={1}>{[1].map((x) => <b key={x}>{x}</b>)}</Button>;",
  'renderer/features/cases/Cases.tsx': "import { Button } from '../../ui/Button.tsx';\nexport const Cases = Button;",
  'renderer/app/App.tsx': "import { Notes } from '../features/notes/Notes.tsx';\nexport const App = Notes;",
};

// One more file, and the rule that must object to it.
const brokenLayers: ReadonlyArray<readonly [rule: string, file: string, source: string]> = [
  ['no-unresolved', 'shared/domain/lost.ts', "import { x } from './nowhere.ts';\nexport const y = x;"],
  [
    'shared-no-node',
    'shared/contract/bad.ts',
    "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;",
  ],
  ['shared-no-node', 'shared/domain/bad.ts', "import type { Hash } from 'node:crypto';\nexport type X = Hash;"],
  [
    'shared-no-layers',
    'shared/contract/bad.ts',
    "import { backend } from '../../electron/backend/index.ts';\nexport const x = backend;",
  ],
  ['shared-no-electron', 'shared/contract/bad.ts', "import type { App } from 'electron';\nexport type X = App;"],
  ['kernel-alone', 'shared/kernel/bad.ts', "import { fold } from '../domain/case/fold.ts';\nexport const x = fold;"],
  ['domain-pure', 'shared/domain/bad.ts', "import { calls } from '../contract/calls.ts';\nexport const x = calls;"],
  ['domain-pure', 'shared/domain/bad.ts', "import { pino } from 'pino';\nexport const x = pino;"],
  ['backend-no-electron', 'electron/backend/bad.ts', "import { app } from 'electron';\nexport const x = app;"],
  ['backend-no-electron', 'electron/cli/bad.ts', "import { net } from 'electron/utility';\nexport const x = net;"],
  [
    'backend-no-other-layer',
    'electron/backend/bad.ts',
    "import { main } from '../main/index.ts';\nexport const x = main;",
  ],
  ['backend-no-cli', 'electron/backend/bad.ts', "import { cli } from '../cli/index.ts';\nexport const x = cli;"],
  [
    'main-no-backend',
    'electron/main/bad.ts',
    "import { backend } from '../backend/index.ts';\nexport const x = backend;",
  ],
  ['main-no-backend', 'electron/main/bad.ts', "import Database from 'better-sqlite3';\nexport const x = Database;"],
  ['preload-alone', 'electron/preload/bad.ts', "import { main } from '../main/index.ts';\nexport const x = main;"],
  ['renderer-no-node', 'renderer/lib/bad.ts', "import { join } from 'node:path';\nexport const x = join;"],
  [
    'renderer-no-electron',
    'renderer/lib/bad.ts',
    "import { ipcRenderer } from 'electron';\nexport const x = ipcRenderer;",
  ],
  [
    'renderer-no-electron',
    'renderer/lib/bad.ts',
    "import type { main } from '../../electron/main/index.ts';\nexport type X = typeof main;",
  ],
  [
    'features-apart',
    'renderer/features/cases/Bad.tsx',
    "import { Notes } from '../notes/Notes.tsx';\nexport const x = Notes;",
  ],
  [
    'ui-no-features',
    'renderer/ui/Bad.tsx',
    "import { Notes } from '../features/notes/Notes.tsx';\nexport const x = Notes;",
  ],
  [
    'features-no-app',
    'renderer/features/cases/Bad.tsx',
    "import { App } from '../../app/App.tsx';\nexport const x = App;",
  ],
  ['no-cycles', 'renderer/ui/Button.tsx', "import { Other } from './Other.tsx';\nexport const Button = Other;"],
];

/** From a room's folder to a file below the same base. */
const wayUp = (room: string): string => '../'.repeat(room.split('/').length);

// Each room imports one of its own row, or of the row above it where it stands alone; the top one the ground that holds
// all.
const brokenFloors = floors.HOUSES.flatMap(({ base, ground, rows }) => {
  const known = rows.flatMap((row, index) =>
    row.map((room): readonly [string, string, string] => {
      const other = row.find((beside) => beside !== room) ?? rows[index + 1]?.[0];
      const target = other === undefined ? 'index.ts' : `${other}/there.ts`;
      const source = `import { there } from '${wayUp(room)}${target}';\nexport const x = there;`;
      return [`floor-${base}/${room}`, `${base}/${room}/bad.ts`, source];
    }),
  );
  const lost = [
    `floor-${base}/unknown`,
    `${base}/lost/bad.ts`,
    "import { z } from 'zod';\nexport const x = z;",
  ] as const;
  const below = ground.map((file): readonly [string, string, string] => [
    `floor-${base}/ground`,
    `${base}/${file}`,
    `import { there } from './${rows[0]?.[0]}/there.ts';\nexport const x = there;`,
  ]);
  return [...known, lost, ...below];
});

/** A file for each room, and one above all rooms, for those above to be imported by those below. */
const there = Object.fromEntries(
  floors.HOUSES.flatMap(({ base, rows }) =>
    [...rows.flat().map((room) => `${room}/there.ts`), 'index.ts'].map((file) => [
      `${base}/${file}`,
      'export const there = 1;\nexport const backend = there;',
    ]),
  ),
);

const broken = [...brokenLayers, ...brokenFloors];

let root = '';

const write = (file: string, source: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), source);
};

const makeProject = (): string => {
  root = mkdtempSync(join(tmpdir(), 'bilik-layers-'));
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'package.json']) {
    copyFileSync(join(project, name), join(root, name));
  }
  mkdirSync(join(root, 'scripts/lib'), { recursive: true });
  copyFileSync(join(project, 'scripts/lib/floors.cjs'), join(root, 'scripts/lib/floors.cjs'));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  for (const [file, source] of Object.entries(sound)) write(file, source);
  return root;
};

afterEach(() => rmSync(root, { recursive: true, force: true }));

// 'electron/cli/bad.ts' → 'electron/cli/bad7.ts', so that all stand in one project.
const placed = broken.map(([rule, file, source], index) => {
  return { rule, file: file.replace(/(?<=[Bb]ad)/, String(index)), source };
});

describe('layer rules', () => {
  test('accept a project that keeps them', async () => {
    const result = await checkLayers({ root: makeProject(), minModules: Object.keys(sound).length });
    expect(result).toMatchObject({ ok: true, modules: Object.keys(sound).length, violations: [] });
  });

  test('object to every file that breaks one', async () => {
    makeProject();
    for (const [file, source] of Object.entries(there)) write(file, source);
    for (const { file, source } of placed) write(file, source);
    write(
      'renderer/ui/Other.tsx',
      "import type { Button } from './Button.tsx';\nexport const Other = 1 as typeof Button;",
    );
    const result = await checkLayers({ root, minModules: 1 });
    expect(result.ok).toBe(false);
    const seen = result.violations.map((line) => line.split(' → ')[0]);
    for (const { rule, file } of placed) expect(seen).toContain(`${rule}: ${file}`);
    expect(
      result.violations.filter((line) => !/\(ARCHITECTURE\.md, "(Folders and arrows|Floors)": .+\)$/.test(line)),
    ).toEqual([]);
  });

  test('fail when too few modules were seen', async () => {
    const result = await checkLayers({ root: makeProject(), minModules: 100 });
    expect(result.ok).toBe(false);
    expect(result.violations).toEqual(['only 11 modules were seen; at least 100 were expected']);
  });
});

describe('circles among rooms', () => {
  const arrow = (from: string, to: string) => ({ from: `house/${from}/a.ts`, to: `house/${to}/b.ts` });

  test('are found, and only where every room leads to every other', () => {
    const arrows = [
      arrow('a', 'b'),
      arrow('b', 'c'),
      arrow('c', 'a'),
      arrow('c', 'd'),
      arrow('e', 'f'),
      arrow('f', 'e'),
    ];
    expect(circlesOf('house', arrows)).toEqual([
      ['a', 'b', 'c'],
      ['e', 'f'],
    ]);
    expect(circlesOf('house', arrows.slice(0, 2))).toEqual([]);
  });

  test('are none in the backend, the domain and the features', async () => {
    const { arrows, ok } = await checkLayers();
    expect(ok).toBe(true);
    const bases = [...floors.HOUSES.map(({ base }) => base), ...floors.FLAT];
    expect(bases).toEqual(['electron/backend', 'shared/domain', 'renderer/features']);
    for (const base of bases) expect({ base, circles: circlesOf(base, arrows) }).toEqual({ base, circles: [] });
    const between = arrows.filter(({ from, to }) =>
      floors.FLAT.some((base) => [from, to].every((file) => file.startsWith(`${base}/`))),
    );
    const areaOf = (file: string): string => file.split('/')[2] ?? '';
    expect(between.filter(({ from, to }) => areaOf(from) !== areaOf(to))).toEqual([]);
    // The scan saw the imports: a room of the backend stands on others.
    expect(arrows.filter(({ from }) => from.startsWith('electron/backend/case/')).length).toBeGreaterThan(50);
  });
});

test('every rule of the project is broken here once', async () => {
  const config = await import('../../../.dependency-cruiser.cjs');
  const names = config.default.forbidden?.map((rule) => rule.name);
  expect(new Set(broken.map(([rule]) => rule))).toEqual(new Set(names));
});
