import { writeCell } from '@shared/domain/competence/csv/cells.ts';
import { writeHundredths } from '@shared/domain/competence/csv/values.ts';
import { type ListFormat, listMark } from '@shared/domain/lists/list-choice.ts';
import { listModel } from '@shared/domain/lists/list-model.ts';
import type { ListCell, ListTable } from '@shared/domain/lists/list-table.ts';
import { concatBytes } from '@shared/kernel/bytes.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { writeCsv } from '../competence/csv-file.ts';
import { attachFiles } from '../formats/pdf/attach-file.ts';
import { workbookChunks } from '../formats/xlsx/write-workbook.ts';
import { printToPdf } from '../papers/print.ts';
import { type PrintTarget, renderDocument } from '../papers/render-html.ts';
import type { Host } from '../rpc/host.ts';
import { blankOf, officeOf } from '../settings/office.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What stands above the header of a spreadsheet. */
const linesAbove = (work: Workspace, list: ListTable): string[] => [
  list.title,
  officeOf(work.records).name,
  list.facts.map(({ label, value }) => `${label}: ${value}`).join(' · '),
];

const csvCell = (cell: ListCell): string => {
  if (cell.is === 'text') return writeCell(cell.text);
  if (cell.is === 'day') return cell.day;
  if (cell.value === null) return '';
  return cell.is === 'count' ? String(cell.value) : writeHundredths(cell.value);
};

const csvOf = (work: Workspace, list: ListTable): Uint8Array =>
  writeCsv([
    ...[...linesAbove(work, list), `Tanda berkas: ${listMark}`].map((line) => [writeCell(line)]),
    list.columns.map(({ label }) => label),
    ...list.rows.map((row) => row.map(csvCell)),
  ]);

/** Characters of a column for each share of a page's width. */
const charactersPerShare = 1.5;

const workbookOf = (work: Workspace, list: ListTable): Uint8Array => {
  const columns = list.columns.map(({ label, width, isNip }) => ({
    label,
    width: isNip ? 21 : Math.max(6, Math.round(width * charactersPerShare)),
  }));
  const lines = linesAbove(work, list);
  const at = toIsoInstant(work.clock.now());
  return concatBytes(...workbookChunks({ title: list.title, lines, columns, rows: list.rows, mark: listMark, at }));
};

/** The page of a list, for a file or for a printer. */
export const pageOfList = (work: Workspace, list: ListTable, target: PrintTarget) =>
  renderDocument(listModel({ ...blankOf(work.records), form: 'prefilled' }, list), target);

const pdfOf = async (
  work: Workspace,
  host: Host,
  list: ListTable,
): Promise<Result<Uint8Array, AppError<'printFailed'>>> => {
  const printed = await printToPdf(host, pageOfList(work, list, 'pdf'));
  if (!printed.ok) return printed;
  const mark = {
    name: `${listMark}.json`,
    mediaType: 'application/json',
    description: list.title,
    bytes: new TextEncoder().encode(JSON.stringify({ format: listMark, kind: list.kind })),
  };
  return ok(attachFiles(printed.value, [mark], { title: list.title, at: new Date(work.clock.now()) }));
};

/** The bytes of a list as a file; each bears its mark. `printFailed` when printing broke off. */
export const listFile = async (
  work: Workspace,
  host: Host,
  { list, format }: { readonly list: ListTable; readonly format: ListFormat },
): Promise<Result<Uint8Array, AppError<'printFailed'>>> => {
  if (format === 'pdf') return pdfOf(work, host, list);
  return ok(format === 'csv' ? csvOf(work, list) : workbookOf(work, list));
};
