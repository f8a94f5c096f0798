import type { RecordsDb } from '../db/handles.ts';
import { createPerVault } from '../workspace/per-vault.ts';
import { lastSeqOf } from './act-rows.ts';
import { asRead, type CaseFile, toCaseFile } from './case-file.ts';
import { caseHolder, holderKey } from './case-holder.ts';
import { caseRevision } from './case-revision.ts';
import { countedIdentities } from './identity-answers.ts';
import { type StoredActs, verifiedActs } from './stored-act.ts';

/** Files kept folded: enough for the one at work and those beside it. */
const maxKept = 8;

interface Kept {
  readonly acts: StoredActs;
  /** Number of the latest act when it was read. */
  readonly lastSeq: number;
  /** Counts changes to earlier acts. */
  readonly revision: number;
  /** The holder by whom it was folded. */
  readonly by: string;
  readonly file: CaseFile;
}

const keptOf = createPerVault(() => new Map<string, Kept>());

/** What was read before with the acts that came since. */
const readOn = (records: RecordsDb, caseId: string, known: Kept | undefined): StoredActs => {
  if (known === undefined) return verifiedActs(records, caseId);
  const { acts, broken } = verifiedActs(records, caseId, known.lastSeq);
  return { acts: [...known.acts.acts, ...acts], broken: [...known.acts.broken, ...broken] };
};

/**
 * A case with every signature and commitment checked. Kept in memory; acts that arrive are checked and added: while a
 * vault is open nobody else can write its database, and what is stored of an act never changes but by its body coming.
 * `openCase` checks anew each time.
 */
export const loadCase = (records: RecordsDb, caseId: string): CaseFile => {
  const kept = keptOf({ records });
  const holder = caseHolder(records);
  const lastSeq = lastSeqOf(records, caseId);
  const revision = caseRevision({ records }, caseId);
  const by = holderKey(records, holder);
  const found = kept.get(caseId);
  const known = found?.revision === revision ? found : undefined;
  const isCurrent = known !== undefined && known.lastSeq === lastSeq;
  const acts = isCurrent ? known.acts : readOn(records, caseId, known);
  const file = isCurrent && known.by === by ? known.file : toCaseFile(acts, holder, countedIdentities(records, caseId));
  kept.delete(caseId);
  kept.set(caseId, { acts, lastSeq, revision, by, file });
  const oldest = kept.keys().next();
  if (kept.size > maxKept && !oldest.done) kept.delete(oldest.value);
  return file;
};

/** Forgets what was kept of a case: it is erased. */
export const forgetCase = (records: RecordsDb, caseId: string): void => {
  keptOf({ records }).delete(caseId);
};

/** The same, as it may be read (see `asRead`); for judging and sending it is the whole file that counts. */
export const readCase = (records: RecordsDb, caseId: string): CaseFile => asRead(loadCase(records, caseId));
