import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { inspect } from '../../../electron/backend/exchange/receive/inspections.ts';
import { opened } from '../../fixtures/case-walks.ts';
import { dumpWhatCounts } from '../../fixtures/dump.ts';
import { addressOf, forgePackage } from '../../fixtures/forge.ts';
import { foundInstitution, type Member } from '../../fixtures/institution.ts';
import { nameDatabases, openByKeys } from '../../fixtures/vault-by-keys.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import { brokenLaws } from '../../property/support/law.ts';
import { createDice } from '../fuzz/dice.ts';
import { createWatch, type Watch } from '../fuzz/watch.ts';
import { asUnlocked, takePackage } from '../kill/opened.ts';
import { count, newTrials, type Trials } from '../kill/report.ts';
import { onePerRole } from './cast.ts';
import { allCells, type Cell, type Tried, tryCell, wholeCase } from './cells.ts';
import { type Members, steps, walk } from './stages.ts';

export interface MatrixOptions {
  readonly seed: string;
  /** Cells of a stage that are tried, chosen at random; all when absent. */
  readonly cellsPerStage?: number;
  /** Told after each stage. */
  readonly say?: (soFar: Matrix) => void;
}

/** What the matrix came to: how many cells were taken in, and how many held by which code. */
export interface Matrix extends Trials {
  readonly outcomes: Readonly<Record<string, number>>;
}

/** Takes an act in, in a copy of the receiver's vault, and looks whether it has effect there and all is lawful. */
const takeInCopy = async (receiver: Member, path: string, { act, expected }: Tried): Promise<string[]> => {
  const parent = mkdtempSync(join(tmpdir(), 'bilik-matrix-'));
  const dir = join(parent, 'vault');
  cpSync(receiver.vault.dir, dir, { recursive: true });
  const vault = openByKeys(vaultDeps, dir, receiver.vault.keys);
  try {
    const code = await takePackage(asUnlocked(vault), path);
    if (code !== 'ok') return [`taking it in: ${code}`];
    const { state } = loadCase(vault.records, act.header.caseId);
    const hasEffect = state.acts.some(({ hash }) => hash === act.hash);
    const isWrong = hasEffect ? expected.effect === 'never' : expected.effect === 'always';
    return [
      ...(isWrong ? [`taken in, ${hasEffect ? 'and has effect' : 'without effect'}`] : []),
      ...brokenLaws(state.acts),
    ];
  } finally {
    vault.close();
    rmSync(parent, { recursive: true, force: true });
  }
};

interface Bench {
  readonly members: Members;
  readonly caseId: string;
  readonly addresses: Readonly<Record<string, { readonly key: string; readonly recipient: string }>>;
  readonly watches: Readonly<Record<string, Watch>>;
}

const tryOne = async (bench: Bench, cell: Cell, tried: Tried): Promise<{ outcome: string; problems: string[] }> => {
  const { members, caseId, addresses, watches } = bench;
  const receiver = members[cell.receiver];
  const watch = watches[cell.receiver]!;
  const path = await forgePackage(members[cell.author], addresses[cell.receiver]!, {
    caseId,
    acts: [tried.act],
    blobs: tried.blobs,
  });
  try {
    const looked = await inspect(receiver.exchange, [path]);
    const outcome = looked.ok ? (looked.value.held ?? 'ok') : looked.error.code;
    const details = looked.ok ? looked.value.details.join(' ') : '';
    const { outcomes } = tried.expected;
    const problems = outcomes.includes(outcome) ? [] : [`${outcome} (${details}) instead of ${outcomes.join(' or ')}`];
    if (watch.changed()) {
      // What is held is kept for the list of it; that nothing that counts changed is compared at the end of the stage.
      if (!looked.ok || !looked.value.kept) problems.push('looking at it wrote');
      watch.mark();
    }
    if (outcome === 'ok') problems.push(...(await takeInCopy(receiver, path, tried)));
    return { outcome, problems };
  } finally {
    rmSync(path);
  }
};

const chosen = (cells: readonly Cell[], seed: string, wanted: number | undefined): readonly Cell[] => {
  if (wanted === undefined) return cells;
  const dice = createDice(seed);
  // A member signs mostly in the own role: in any other the directory alone decides.
  const own = cells.filter(({ author, capacity }) => author === capacity);
  return Array.from({ length: wanted }, () => dice.pick(dice.percent(85) ? own : cells));
};

const makeBench = async (): Promise<Bench> => {
  const { members } = await foundInstitution(onePerRole);
  for (const { vault } of Object.values(members)) nameDatabases(vault);
  const caseId = await opened(members.assessor.calls);
  const each = Object.entries(members);
  return {
    members,
    caseId,
    addresses: Object.fromEntries(
      await Promise.all(each.map(async ([role, member]) => [role, await addressOf(member)])),
    ),
    watches: Object.fromEntries(each.map(([role, { vault }]) => [role, createWatch([vault.dir])])),
  };
};

/**
 * At each stage of a case, members forge acts of every type in every capacity, signed with their own keys past what
 * their vaults refuse, for the head of the personnel unit and for the counsellor: what the table allows to that member,
 * and routes to that receiver, is taken in and has effect; all else is held, and the receiver's vault stays as it is.
 * To be called inside a test.
 */
export const runImportMatrix = async ({ seed, cellsPerStage, say }: MatrixOptions): Promise<Matrix> => {
  const bench = await makeBench();
  const trials = newTrials();
  const outcomes: Record<string, number> = {};
  for (const stage of [null, ...steps]) {
    if (stage !== null) await walk(bench.members, bench.caseId, stage);
    const whole = wholeCase(bench.members, bench.caseId);
    const name = stage?.type ?? 'caseOpened';
    const dumps = () => Object.entries(bench.members).map(([role, { vault }]) => `${role} ${dumpWhatCounts(vault)}`);
    const before = dumps();
    for (const watch of Object.values(bench.watches)) watch.mark();
    for (const cell of chosen(allCells(), `${seed}/${name}`, cellsPerStage)) {
      const { outcome, problems } = await tryOne(bench, cell, tryCell(bench.members, bench.caseId, cell, whole));
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      count(trials, `after ${name}, ${cell.author} as ${cell.capacity}: ${cell.type} for ${cell.receiver}`, problems);
    }
    if (dumps().join() !== before.join()) count(trials, `after ${name}`, ['a vault is not byte-equal']);
    say?.({ ...trials, outcomes });
  }
  return { ...trials, outcomes };
};
