import type { Contract } from '@shared/contract/index.ts';
import type { ParsedInputOf } from '@shared/contract/method.ts';
import type { AuditKindOf } from '@shared/domain/audit/kinds.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { findCase } from '../case/case-rows.ts';
import { recordsErasedAt } from '../db/erased-files.ts';
import type { RecordsReader } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { findGuidance } from '../guidance/guidance-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { nowOf, type Unlocked } from '../vault/unlocked.ts';
import { deleteFreeze, type ErasableKind, putFreeze } from './erasure-rows.ts';

type Named = ParsedInputOf<Contract['retention.unfreeze']>;
type Nothing = Record<string, never>;
type Fault = AppError<'unknownCase' | 'unknownGuidance' | 'learningYearErased'>;

/** What a call names. */
const namedBy = (named: Named): { readonly kind: ErasableKind; readonly id: string } => {
  if ('caseId' in named) return { kind: 'file', id: named.caseId };
  if ('guidanceId' in named) return { kind: 'guidance', id: named.guidanceId };
  return { kind: 'learning', id: named.year };
};

const noted = {
  file: { freeze: 'fileFrozen', unfreeze: 'fileUnfrozen' },
  guidance: { freeze: 'guidanceFrozen', unfreeze: 'guidanceUnfrozen' },
  learning: { freeze: 'learningFrozen', unfreeze: 'learningUnfrozen' },
} as const satisfies Record<ErasableKind, Record<'freeze' | 'unfreeze', AuditKindOf<'records'>>>;

/** Why it cannot be frozen. Of what was erased nothing is left to keep; a year is else known by its number alone. */
const faultOf: Readonly<Record<ErasableKind, (tx: RecordsReader, id: string) => Result<null, Fault>>> = {
  file: (tx, id) => (findCase(tx, id) === undefined ? fail('unknownCase') : ok(null)),
  guidance: (tx, id) => (findGuidance(tx, id) === undefined ? fail('unknownGuidance') : ok(null)),
  learning: (tx, year) =>
    recordsErasedAt(tx, 'learning', year) === null ? ok(null) : fail('learningYearErased', { year }),
};

/** Freezes a file (case), a guidance or a year of learning records: nothing of it is erased until it is let go. */
export const freeze = (
  unlocked: Unlocked,
  { reason, note, ...named }: ParsedInputOf<Contract['retention.freeze']>,
): Result<Nothing, Fault | AppError<StorageErrorCode>> => {
  const { work } = unlocked;
  const { kind, id } = namedBy(named);
  return transactRecords(work.records, (tx): Result<Nothing, Fault> => {
    const fault = faultOf[kind](tx, id);
    if (!fault.ok) return fault;
    putFreeze(tx, kind, id, { reason, note, since: nowOf(unlocked) });
    appendAudit(work, tx, { kind: noted[kind].freeze, subject: id });
    return ok({});
  });
};

/** Lets what is frozen go. */
export const unfreeze = ({ work }: Unlocked, named: Named): Result<Nothing, AppError<StorageErrorCode>> => {
  const { kind, id } = namedBy(named);
  return transactRecords(work.records, (tx) => {
    deleteFreeze(tx, kind, id);
    appendAudit(work, tx, { kind: noted[kind].unfreeze, subject: id });
    return ok({});
  });
};
