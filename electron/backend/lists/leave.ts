import { join } from 'node:path';
import type { ListFormat, ListRequest } from '@shared/domain/lists/list-choice.ts';
import type { ListTable } from '@shared/domain/lists/list-table.ts';
import { toLocalStamp } from '@shared/kernel/date.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { sealWithPassphrase } from '../crypto/age.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { recordFirst } from '../export/record-first.ts';
import { type ExportDeps, type ExportErrorCode, saveFile } from '../export/save-file.ts';
import { printOnPaper } from '../papers/print.ts';
import type { Host } from '../rpc/host.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { noteEvent } from '../trail/note-event.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { listFile, pageOfList } from './list-files.ts';
import { listOf } from './list-of.ts';

/** What saving a list asks, where it starts, and what prints its page. */
export interface ListExportDeps extends ExportDeps {
  readonly chooseTarget: (defaultPath: string, extension: string) => Promise<string | null>;
  readonly folder: string;
  readonly host: Host;
  /** Lowered by tests alone. */
  readonly workFactor?: number;
}

type LeaveError = AppError<ExportErrorCode | StorageErrorCode | 'printFailed' | 'roleMissing'>;

/** A list that names people is told from one that does not, in the trail too. */
const exported = ({ naming }: ListRequest) => (naming === null ? 'listExported' : 'namedListExported');
const printed = ({ naming }: ListRequest) => (naming === null ? 'listPrinted' : 'namedListPrinted');

const sealed = async (bytes: Uint8Array, passphrase: string | null, workFactor?: number): Promise<Uint8Array> => {
  if (passphrase === null) return bytes;
  const file = await sealWithPassphrase(bytes, passphrase, workFactor);
  bytes.fill(0);
  return file;
};

/**
 * Saves a list where the person says, under a name that tells nothing but the day, encrypted by `passphrase` (`.age`)
 * or, where that is null, as it is. Recorded before it lies outside; complete or not at all.
 */
export const saveList = async (
  unlocked: Unlocked,
  deps: ListExportDeps,
  asked: { readonly request: ListRequest; readonly format: ListFormat; readonly passphrase: string | null },
): Promise<Result<{ saved: boolean; rows: number }, LeaveError>> => {
  const { work } = unlocked;
  const { request, format, passphrase } = asked;
  const list = listOf(unlocked, request);
  if (!list.ok) return list;
  const name = `daftar-${toLocalStamp(work.clock.now())}.${format}`;
  const [path, extension] = passphrase === null ? [name, format] : [`${name}.age`, 'age'];
  const target = await deps.chooseTarget(join(deps.folder, path), extension);
  if (target === null) return ok({ saved: false, rows: 0 });
  const file = await listFile(work, deps.host, { list: list.value, format });
  if (!file.ok) return file;
  const bytes = await sealed(file.value, passphrase, deps.workFactor);
  const record = () =>
    transactRecords(work.records, (tx) => {
      appendAudit(work, tx, { kind: exported(request), subject: request.choice.kind });
      return ok(null);
    });
  const saved = await recordFirst(record, () => saveFile(deps, target, [bytes]));
  return saved.ok ? ok({ saved: true, rows: list.value.rows.length }) : saved;
};

/**
 * Prints a list on paper by the system's dialog. What went to paper is recorded; a print that was cancelled did not.
 */
export const printList = async (
  unlocked: Unlocked,
  host: Host,
  request: ListRequest,
): Promise<Result<{ printed: boolean; rows: number }, AppError<'printFailed' | 'roleMissing'>>> => {
  const list = listOf(unlocked, request);
  if (!list.ok) return list;
  const done = await printOnPaper(host, pageOfList(unlocked.work, list.value, 'paper'));
  if (!done.ok) return done;
  if (done.value.printed) noteEvent(unlocked.work, { kind: printed(request), subject: request.choice.kind });
  return ok({ printed: done.value.printed, rows: list.value.rows.length });
};

/** Most rows of a list that are shown before it leaves. */
const shownRows = 20;

/** What a list will be, to look at: its first rows. */
export const shownOf = (
  { title, facts, columns, rows }: ListTable,
  textOf: (cell: ListTable['rows'][number][number], at: number) => string,
) => ({
  title,
  facts: [...facts],
  columns: columns.map(({ label }) => label),
  rows: rows.slice(0, shownRows).map((row) => row.map(textOf)),
  total: rows.length,
});
