import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCase } from '../../../electron/backend/case/load-case.ts';
import { inspect } from '../../../electron/backend/exchange/receive/inspections.ts';
import { type CounsellorKind, counsellorKinds } from '../../../shared/domain/case/content/counselling.ts';
import type { Level } from '../../../shared/domain/case/state.ts';
import type { Role } from '../../../shared/domain/identity/person.ts';
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
import { bystanders, onePerRole, trainedAssessor } from './cast.ts';
import {
  allCells,
  bystanderCells,
  type Cell,
  postsOf,
  sightOfPosts,
  type Tried,
  tryCell,
  type Whole,
  wholeCase,
} from './cells.ts';
import { allPaperCells, likelyPaper } from './paper-cells.ts';
import { type Members, stepsOf, walk } from './stages.ts';

export interface MatrixOptions {
  readonly seed: string;
  /** Cells of a stage that are tried, chosen at random: signed in a vault, and entered from paper; all when absent. */
  readonly cellsPerStage?: { readonly signed: number; readonly entered: number };
  /** Told after each stage. */
  readonly say?: (soFar: Matrix) => void;
}

/** What the matrix came to: how many cells were taken in, and how many held by which code; of paper why. */
export interface Matrix extends Trials {
  readonly outcomes: Readonly<Record<string, number>>;
  readonly ofPaper: Readonly<Record<string, number>>;
}

/** Takes an act in, in a copy of the receiver's vault, and looks whether it has effect there and all is lawful. */
const takeInCopy = async (
  receiver: Member,
  path: string,
  { act, expected }: Tried,
  sees: Level | null,
): Promise<string[]> => {
  const parent = mkdtempSync(join(tmpdir(), 'bilik-matrix-'));
  const dir = join(parent, 'vault');
  cpSync(receiver.vault.dir, dir, { recursive: true });
  const vault = openByKeys(vaultDeps, dir, receiver.vault.keys);
  try {
    const code = await takePackage(asUnlocked(vault), path);
    if (code !== 'ok') return [`taking it in: ${code}`];
    const { state } = loadCase(vault.records, act.header.caseId);
    const hasEffect = state.acts.some(({ hash }) => hash === act.hash);
    const waits = state.waiting.some(({ hash }) => hash === act.hash);
    const isWrong = hasEffect
      ? ['never', 'waits'].includes(expected.effect)
      : expected.effect === 'always' || (expected.effect === 'waits') !== waits;
    return [
      ...(isWrong ? [`taken in, ${hasEffect ? 'and has effect' : 'without effect'}`] : []),
      // Whoever sees no more than what is for everybody lacks the evidence that the laws ask for.
      ...(sees === 0 ? [] : brokenLaws(state.acts)),
    ];
  } finally {
    vault.close();
    rmSync(parent, { recursive: true, force: true });
  }
};

interface Bench {
  readonly members: Members;
  /** Those who are certified for a post and do not have it, by the post. */
  readonly others: Readonly<Partial<Record<Role, Member>>>;
  readonly caseId: string;
  readonly addresses: Readonly<Record<string, { readonly key: string; readonly recipient: string }>>;
  readonly watches: Readonly<Record<string, Watch>>;
  /** Every cell of a stage: two hundred thousand, listed once. */
  readonly cells: Readonly<Record<'signed' | 'bystanding' | 'entered', readonly Cell[]>>;
}

interface Came {
  readonly outcome: string;
  readonly details: string;
  readonly problems: string[];
}

const signerOf = ({ members, others }: Bench, { author, isBystander }: Cell): Member =>
  (isBystander ? others[author] : undefined) ?? members[author];

const tryOne = async (bench: Bench, cell: Cell, tried: Tried, whole: Whole): Promise<Came> => {
  const { members, addresses, watches } = bench;
  const receiver = members[cell.receiver];
  const watch = watches[cell.receiver]!;
  const path = await forgePackage(signerOf(bench, cell), addresses[cell.receiver]!, {
    caseId: tried.act.header.caseId,
    acts: [tried.act],
    blobs: tried.blobs,
  });
  try {
    const looked = await inspect(receiver.exchange, [path]);
    const outcome = looked.ok ? (looked.value.held ?? 'ok') : looked.error.code;
    const details = looked.ok ? looked.value.details.join(' ') : '';
    const { outcomes, detail = '' } = tried.expected;
    const isExpected = outcomes.includes(outcome) && details.includes(detail);
    const problems = isExpected ? [] : [`${outcome} (${details}) instead of ${outcomes.join(' or ')} ${detail}`];
    if (watch.changed()) {
      // What is held is kept for the list of it; that nothing that counts changed is compared at the end of the stage.
      if (!looked.ok || !looked.value.kept) problems.push('looking at it wrote');
      watch.mark();
    }
    if (outcome === 'ok')
      problems.push(
        ...(await takeInCopy(receiver, path, tried, sightOfPosts(whole.state, postsOf(members, cell.receiver)))),
      );
    return { outcome, details, problems };
  } finally {
    rmSync(path);
  }
};

/** So many cells, each out of the first pool in so many percent, else out of the next; empty pools are passed over. */
const sample = (
  seed: string,
  wanted: number,
  pools: readonly (readonly [percent: number, cells: readonly Cell[]])[],
): readonly Cell[] => {
  const dice = createDice(seed);
  const pick = (): Cell => {
    const pool = pools.find(([percent, cells]) => cells.length > 0 && dice.percent(percent)) ?? pools.at(-1)!;
    return dice.pick(pool[1]);
  };
  return Array.from({ length: wanted }, pick);
};

const chosen = (
  seed: string,
  wanted: MatrixOptions['cellsPerStage'],
  { cells: { signed, bystanding, entered } }: Bench,
  whole: Whole,
): readonly Cell[] => {
  if (wanted === undefined) return [...signed, ...bystanding, ...entered];
  // A member signs mostly in the own role: in any other the directory alone decides.
  const own = signed.filter(({ author, capacity }) => author === capacity);
  const { open, counting, waiting } = likelyPaper(entered, whole);
  return [
    ...sample(seed, wanted.signed, [
      [20, bystanding],
      [85, own],
      [100, signed],
    ]),
    ...sample(`${seed}/paper`, entered.length === 0 ? 0 : wanted.entered, [
      [25, waiting],
      [60, counting],
      [70, open],
      [100, entered],
    ]),
  ];
};

const titleOf = ({ author, capacity, type, receiver, entry, isAnew, isBystander }: Cell): string =>
  [
    `${isBystander ? 'other ' : ''}${author} as ${capacity}: ${type}${isAnew ? ' anew' : ''} for ${receiver}`,
    ...(entry === null ? [] : [`from paper of a ${entry.named}, as ${entry.enteredAs}, key ${entry.namedKey}`]),
  ].join(' ');

const makeBench = async (kind: CounsellorKind): Promise<Bench> => {
  const isTrained = kind === 'trainedAssessor';
  const cast = { ...(isTrained ? trainedAssessor : onePerRole), ...bystanders };
  const { otherAssessor, otherSuperior, otherCounsellor, ...made } = (await foundInstitution(cast)).members;
  const members = isTrained ? { ...made, counsellor: made.assessor } : made;
  for (const { vault } of Object.values(members)) nameDatabases(vault);
  const caseId = await opened(members.assessor.calls);
  const each = Object.entries(members);
  return {
    members,
    others: { assessor: otherAssessor, assessorSuperior: otherSuperior, counsellor: otherCounsellor },
    caseId,
    addresses: Object.fromEntries(
      await Promise.all(each.map(async ([role, member]) => [role, await addressOf(member)])),
    ),
    watches: Object.fromEntries(each.map(([role, { vault }]) => [role, createWatch([vault.dir])])),
    cells: {
      signed: allCells().filter(({ author, receiver }) => members[author] !== members[receiver]),
      bystanding: bystanderCells(),
      // Who has two posts is tried with signatures alone.
      entered: isTrained ? [] : allPaperCells(),
    },
  };
};

/**
 * At each stage of a case of each kind of counselling, members forge acts of every type in every capacity, signed with
 * their own keys past what their vaults refuse, for each other member: what the table allows to that member, and routes
 * to that receiver, is taken in and has effect; all else is held, and the receiver's vault stays as it is. They enter
 * paper too, in everybody's name, in every role, with the key of who is named, none and another's, and in the name of
 * somebody without a key. Others who are certified for a post that one person has here sign too. An opening is forged
 * under the id of the file, which many hold nothing of, and under its own.
 * To be called inside a test.
 */
export const runImportMatrix = async ({ seed, cellsPerStage, say }: MatrixOptions): Promise<Matrix> => {
  const trials = newTrials();
  const outcomes: Record<string, number> = {};
  const ofPaper: Record<string, number> = {};
  const more = (counts: Record<string, number>, name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const tryStage = async (bench: Bench, kind: CounsellorKind, name: string) => {
    const whole = wholeCase(bench.members, bench.caseId);
    const dumps = () => Object.entries(bench.members).map(([role, { vault }]) => `${role} ${dumpWhatCounts(vault)}`);
    const before = dumps();
    for (const watch of Object.values(bench.watches)) watch.mark();
    for (const cell of chosen(`${seed}/${kind}/${name}`, cellsPerStage, bench, whole)) {
      const tried = tryCell({ members: bench.members, by: signerOf(bench, cell) }, bench.caseId, cell, whole);
      const { outcome, details, problems } = await tryOne(bench, cell, tried, whole);
      more(outcomes, outcome);
      if (cell.entry !== null) more(ofPaper, outcome === 'ok' ? tried.expected.effect : details || outcome);
      count(trials, `${kind}, after ${name}, ${titleOf(cell)}`, problems);
    }
    if (dumps().join() !== before.join()) count(trials, `${kind}, after ${name}`, ['a vault is not byte-equal']);
    say?.({ ...trials, outcomes, ofPaper });
  };
  for (const kind of counsellorKinds) {
    const bench = await makeBench(kind);
    let isTried = kind === 'independent';
    if (isTried) await tryStage(bench, kind, 'caseOpened');
    for (const stage of stepsOf(kind)) {
      await walk(bench.members, bench.caseId, stage);
      // Up to the assignment files of all kinds are alike.
      isTried ||= stage.type === 'counsellorAssigned';
      if (isTried) await tryStage(bench, kind, stage.type);
    }
  }
  return { ...trials, outcomes, ofPaper };
};
