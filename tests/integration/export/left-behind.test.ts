import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, it, vi } from 'vitest';
import { nodeAtomicFs } from '../../../electron/backend/vault/write-atomically.ts';
import { type Failure, failureText } from '../../../renderer/lib/failure-text.ts';
import { contract, type MethodName } from '../../../shared/contract/index.ts';
import { textsOf } from '../../e2e/support/accessible/texts.ts';
import { createDice } from '../../fault/fuzz/dice.ts';
import { Inputs } from '../../fault/fuzz/inputs.ts';
import { planFor } from '../../fault/fuzz/plans.ts';
import { stageOf } from '../../fault/fuzz/stages.ts';
import { openWorld } from '../../fault/fuzz/world.ts';
import { backupsOf, pathAimFor } from '../../fault/paths/path-aims.ts';
import { createPathHost } from '../../fault/paths/path-host.ts';
import { makePathSetting } from '../../fault/paths/path-setting.ts';
import { stateFor } from '../../fault/paths/run-path.ts';
import type { PathSetting } from '../../fault/paths/saved-setting.ts';
import { cheapKeys } from '../../fixtures/cheap-keys.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { errnoError } from '../../fixtures/file-calls.ts';

const code = 'exportLeftBehind';

/** Unpacks within the folder of the vault, and saves nothing outside. */
const inside: readonly MethodName[] = ['backup.takeNotes'];

/** Every call of the contract that saves something outside. */
const exporting = (Object.keys(contract) as MethodName[]).filter(
  (method) => (contract[method].errors as readonly string[]).includes(code) && !inside.includes(method),
);

/** Where a call saves in a world. */
const placeOf = (method: MethodName, folder: string): string => {
  if (method === 'vault.restore') return join(folder, 'documents');
  return method === 'backup.make' || method === 'retention.renewBackups' ? backupsOf(folder) : join(folder, 'keluar');
};

/** From here on whatever is written below a folder keeps its name and stays: another program holds it. */
const holdAll = (folder: string): void => {
  const { rename, rm } = nodeAtomicFs;
  const isHeld = (path: unknown): boolean => String(path).startsWith(`${folder}${sep}`);
  vi.spyOn(nodeAtomicFs, 'wait').mockResolvedValue(null);
  vi.spyOn(nodeAtomicFs, 'rename').mockImplementation(async (from, to) => {
    if (isHeld(from)) throw errnoError('EPERM');
    await rename(from, to);
  });
  vi.spyOn(nodeAtomicFs, 'rm').mockImplementation(async (path, options) => {
    if (isHeld(path)) throw errnoError('EBUSY');
    await rm(path, options);
  });
};

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** Inputs that are tried until one has something written. */
const tries = 25;

/** Runs a call until it leaves something where it saves: its failure, and what lies there that did not before. */
const leaveBehind = async (setting: PathSetting, method: MethodName) => {
  const [folder, dice] = [temporaryFolder(), createDice(`left behind/${method}`)];
  const [place, state] = [placeOf(method, folder), stateFor(method)];
  const out = join(folder, 'keluar');
  const host = await createPathHost({ files: setting.files, folder: out, dice, copiesInside: true });
  const world = await openWorld(setting, host, state, { folder });
  const stage = stageOf(setting, state, world);
  const inputs = new Inputs(method, contract[method], planFor(method), dice, tries, pathAimFor(method));
  try {
    for (let at = 0; at < tries; at += 1) {
      inputs.beginBatch();
      await planFor(method).before?.run(stage.call, stage.words, dice);
      const { value } = await inputs.next(stage, 'wellFormed');
      world.person.confirms = true;
      const before = namesIn(place);
      holdAll(place);
      const response = await world.server.handle({ id: 1, method, input: value });
      vi.restoreAllMocks();
      const left = namesIn(place).filter((name) => !before.includes(name));
      if (left.length > 0) return { left, failure: response?.result.ok === false ? response.result.error : null };
    }
    return { left: [], failure: null };
  } finally {
    vi.restoreAllMocks();
    world.close();
  }
};

/** What the window says. */
const said = (language: 'id' | 'en', failure: Failure): string =>
  failureText({ exists: () => true, t: (path, values) => textsOf(language)(path, values as never) }, failure);

it('names what lies there when an export can neither be finished nor taken back', { timeout: 240_000 }, async () => {
  const putBack = cheapKeys();
  try {
    const { setting } = await makePathSetting();
    for (const method of exporting) {
      const { left, failure } = await leaveBehind(setting, method);
      expect(left, method).toHaveLength(1);
      const [name = ''] = left;
      expect(failure, method).toMatchObject({ code, details: { name } });
      for (const language of ['id', 'en'] as const) expect(said(language, failure as Failure), method).toContain(name);
    }
  } finally {
    putBack();
  }
});
