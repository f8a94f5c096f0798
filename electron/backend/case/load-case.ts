import type { RecordsDb } from '../db/open-database.ts';
import { createPerVault } from '../per-vault.ts';
import { lastSeqOf } from './act-rows.ts';
import { type CaseFile, toCaseFile } from './case-file.ts';
import { caseHolder } from './case-holder.ts';
import { caseRevision } from './case-revision.ts';
import { verifiedActs } from './stored-act.ts';

/** Files kept folded: enough for the one at work and those beside it. */
const maxKept = 8;

interface Kept {
  /** Number of the case's latest act, changes to earlier ones and the holder's roles when it was read. */
  readonly key: string;
  readonly file: CaseFile;
}

const keptOf = createPerVault(() => new Map<string, Kept>());

/**
 * A case with every signature and commitment checked. Kept in memory until another act arrives: while a vault is
 * open nobody else can write its database. `openCase` checks anew each time.
 */
export const loadCase = (records: RecordsDb, caseId: string): CaseFile => {
  const kept = keptOf({ records });
  const holder = caseHolder(records);
  const key = `${lastSeqOf(records, caseId)} ${caseRevision({ records }, caseId)} ${holder?.roles.join(' ')}`;
  const found = kept.get(caseId);
  kept.delete(caseId);
  const file = found?.key === key ? found.file : toCaseFile(verifiedActs(records, caseId), holder);
  kept.set(caseId, { key, file });
  const oldest = kept.keys().next();
  if (kept.size > maxKept && !oldest.done) kept.delete(oldest.value);
  return file;
};
