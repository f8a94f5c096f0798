import type { Contract } from '@shared/contract/index.ts';
import type { ParsedInputOf } from '@shared/contract/method.ts';
import type { AuditKindOf } from '@shared/domain/audit/kinds.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { findCase } from '../case/case-rows.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { findGuidance } from '../guidance/guidance-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { nowOf, type Unlocked } from '../vault/unlocked.ts';
import { deleteFreeze, deleteRecordFreeze, type Freeze, putFreeze, putRecordFreeze } from './erasure-rows.ts';

type Named = ParsedInputOf<Contract['retention.unfreeze']>;
type Nothing = Record<string, never>;

/** What is frozen, or let go, and how that is noted. */
interface Frozen {
  readonly subject: string;
  /** Why it cannot be; null: it can. */
  readonly fault: (tx: RecordsReader) => 'unknownCase' | 'unknownGuidance' | null;
  readonly put: (tx: RecordsWriter, freeze: Freeze) => void;
  readonly remove: (tx: RecordsWriter) => void;
  readonly audit: { readonly freeze: AuditKindOf<'records'>; readonly unfreeze: AuditKindOf<'records'> };
}

const frozenBy = (named: Named): Frozen => {
  if ('caseId' in named) {
    const { caseId } = named;
    return {
      subject: caseId,
      fault: (tx) => (findCase(tx, caseId) === undefined ? 'unknownCase' : null),
      put: (tx, freeze) => putFreeze(tx, caseId, freeze),
      remove: (tx) => deleteFreeze(tx, caseId),
      audit: { freeze: 'fileFrozen', unfreeze: 'fileUnfrozen' },
    };
  }
  const kind = 'guidanceId' in named ? 'guidance' : 'learning';
  const subject = 'guidanceId' in named ? named.guidanceId : named.year;
  return {
    subject,
    // A year of learning records is known by its number alone.
    fault: (tx) => (kind === 'guidance' && findGuidance(tx, subject) === undefined ? 'unknownGuidance' : null),
    put: (tx, freeze) => putRecordFreeze(tx, kind, subject, freeze),
    remove: (tx) => deleteRecordFreeze(tx, kind, subject),
    audit:
      kind === 'guidance'
        ? { freeze: 'guidanceFrozen', unfreeze: 'guidanceUnfrozen' }
        : { freeze: 'learningFrozen', unfreeze: 'learningUnfrozen' },
  };
};

/** Freezes a file (case), a guidance or a year of learning records: nothing of it is erased until it is let go. */
export const freeze = (
  unlocked: Unlocked,
  { reason, note, ...named }: ParsedInputOf<Contract['retention.freeze']>,
): Result<Nothing, AppError<'unknownCase' | 'unknownGuidance' | StorageErrorCode>> => {
  const { work } = unlocked;
  const { subject, fault, put, audit } = frozenBy(named);
  const unknown = fault(work.records);
  if (unknown !== null) return fail(unknown);
  return transactRecords(work.records, (tx) => {
    put(tx, { reason, note, since: nowOf(unlocked) });
    appendAudit(work, tx, { kind: audit.freeze, subject });
    return ok({});
  });
};

/** Lets what is frozen go. */
export const unfreeze = ({ work }: Unlocked, named: Named): Result<Nothing, AppError<StorageErrorCode>> => {
  const { subject, remove, audit } = frozenBy(named);
  return transactRecords(work.records, (tx) => {
    remove(tx);
    appendAudit(work, tx, { kind: audit.unfreeze, subject });
    return ok({});
  });
};
