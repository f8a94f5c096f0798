import { namesOf } from '@shared/domain/package/past.ts';
import { findActRow, setAside } from '../../case/act-rows.ts';
import { touchCase } from '../../case/case-revision.ts';
import { loadCase } from '../../case/load-case.ts';
import { letCount } from '../../case/other-files.ts';
import { settleMistaken } from '../../case/settle-mistaken.ts';
import type { RecordsDb, RecordsWriter } from '../../db/handles.ts';
import { forgetDocumentsOf } from '../../papers/document-rows.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import { nowOf, type Unlocked } from '../../vault/unlocked.ts';
import type { Decision, HeldPackage } from '../ledger/held-rows.ts';
import { wentOut } from '../ledger/holder-rows.ts';

export type Stays = 'builtUpon' | 'passedOn' | 'notActsAlone' | 'otherFileCounts';

/**
 * Why a package, or acts of it, that were taken cannot be taken back any more: another act names one of them, one went
 * on to somebody, something else than acts came along, or their file was set aside since. Null: they can.
 */
export const staysTaken = (
  records: RecordsDb,
  { manifest }: Pick<HeldPackage, 'manifest'>,
  { acts }: Pick<Decision, 'acts'>,
): Stays | null => {
  const { caseId, kind } = manifest;
  if (kind !== 'acts' || caseId === null || acts.length === 0) return 'notActsAlone';
  const taken = new Set(acts);
  if (acts.some((hash) => (findActRow(records, hash)?.setAsideAt ?? null) !== null)) return 'otherFileCounts';
  const others = loadCase(records, caseId).acts.filter(({ hash }) => !taken.has(hash));
  if (others.some((act) => namesOf(act).some((hash) => taken.has(hash)))) return 'builtUpon';
  return acts.some((hash) => wentOut(records, hash)) ? 'passedOn' : null;
};

/**
 * Sets what a decision brought aside, in the caller's transaction: the acts stay here and count for nothing. The file
 * whose place they took counts again; what came to theirs since goes aside with it, and comes back with it.
 */
export const setTakenAside = (
  unlocked: Unlocked,
  tx: RecordsWriter,
  caseId: string,
  { acts, openingBefore }: Pick<Decision, 'acts' | 'openingBefore'>,
): void => {
  const { work } = unlocked;
  // First: once the opening is aside for itself, nothing would tell that a file still counts.
  if (openingBefore !== null) letCount(work, tx, { caseId, opening: openingBefore });
  setAside(tx, acts, nowOf(unlocked));
  for (const hash of acts) {
    forgetDocumentsOf(tx, hash);
    appendAudit(work, tx, { kind: 'heldActSetAside', subject: hash });
  }
  touchCase(unlocked.vault, caseId);
  settleMistaken(work, tx, caseId);
};
