import { join } from 'node:path';
import { versionFor } from '@shared/domain/competence/conversion.ts';
import { writeCell } from '@shared/domain/competence/csv/cells.ts';
import { recordColumns, writeRecordRow } from '@shared/domain/competence/csv/record-file.ts';
import { tableColumns, writeTableRow } from '@shared/domain/competence/csv/table-file.ts';
import { writeHundredths } from '@shared/domain/competence/csv/values.ts';
import { isOfEmployees, linesOfInstitution } from '@shared/domain/competence/evaluation.ts';
import { learningKindTitles } from '@shared/domain/competence/kind-titles.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { recordFirst } from '../export/record-first.ts';
import { type ExportDeps, type ExportErrorCode, saveFile } from '../export/save-file.ts';
import { listPersons } from '../persons/person-rows.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { writeCsv } from './csv-file.ts';
import { storedInstitutionPlan } from './institution-plan.ts';
import { ledger } from './ledger.ts';
import { recordsOfPerson } from './record-rows.ts';
import { listVersions } from './table-rows.ts';

export type CsvExport = 'ledger' | 'records' | 'table' | 'institutionPlan';

const titlesOf = (columns: readonly { readonly titles: readonly [string, ...string[]] }[]): string[] =>
  columns.map(({ titles: [title] }) => title);

const ledgerRows = (work: Workspace, year: number): string[][] => {
  const all = { year, search: '', unit: null, employmentStatus: null, belowTarget: false, sort: 'name' as const };
  const { rows } = ledger(work, { ...all, offset: 0, limit: 1_000_000 });
  return [
    ['Nama', 'Jabatan', 'Unit kerja', 'Tahun', 'JP', 'Target JP', 'Jumlah kegiatan', 'Tidak dihitung'],
    ...rows.map(({ name, position, unit, jp, target, records, uncounted }) => [
      ...[name, position, unit].map(writeCell),
      String(year),
      writeHundredths(jp),
      target === null ? '' : writeHundredths(target),
      String(records),
      String(uncounted),
    ]),
  ];
};

const recordRows = ({ records }: Workspace, year: number): string[][] => [
  titlesOf(recordColumns),
  ...listPersons(records, true).flatMap(({ id, nip, name, unit }) =>
    recordsOfPerson(records, id)
      .filter(({ to, withdrawn }) => withdrawn === null && to.startsWith(`${year}-`))
      .map((record) => writeRecordRow({ nip, name, unitOfWork: unit, record })),
  ),
];

const tableRows = ({ records }: Workspace, year: number): string[][] => [
  titlesOf(tableColumns),
  ...versionFor(listVersions(records), year).rows.map(writeTableRow),
];

const institutionPlanRows = ({ records }: Workspace, year: number): string[][] => {
  const { plan, sums } = storedInstitutionPlan(records, year);
  const cost = (rupiah: number | null): string => (rupiah === null ? '' : String(rupiah));
  return [
    ['Asal', 'Kegiatan', 'Jenis', 'Triwulan', 'Orang', 'JP', 'Biaya (Rp)', 'Sumber anggaran'],
    ...linesOfInstitution(plan, sums).map(({ itemId, title, kind, quarter, people, jp, cost: rupiah }) => [
      isOfEmployees(itemId) ? 'Rencana Pegawai' : 'Kegiatan instansi',
      writeCell(title),
      learningKindTitles[kind],
      quarter === null ? '' : String(quarter),
      String(people),
      writeHundredths(jp),
      cost(rupiah),
      writeCell(plan.budgetSource),
    ]),
  ];
};

const contents: Readonly<Record<CsvExport, (work: Workspace, year: number) => string[][]>> = {
  ledger: ledgerRows,
  records: recordRows,
  table: tableRows,
  institutionPlan: institutionPlanRows,
};

const templates = { records: recordColumns, table: tableColumns } as const;

/** What an export asks and where it starts. */
export interface CsvExportDeps extends ExportDeps {
  readonly chooseTarget: (defaultPath: string, extension: string) => Promise<string | null>;
  readonly folder: string;
}

/** Records that figures leave the vault, and saves them as CSV where the person says; complete or not at all. */
export const exportCsv = async (
  work: Workspace,
  deps: CsvExportDeps,
  { what, year }: { readonly what: CsvExport; readonly year: number },
): Promise<Result<{ saved: boolean; rows: number }, AppError<ExportErrorCode | StorageErrorCode>>> => {
  const target = await deps.chooseTarget(join(deps.folder, `jp-${what}-${year}.csv`), 'csv');
  if (target === null) return ok({ saved: false, rows: 0 });
  const rows = contents[what](work, year);
  const record = () =>
    transactRecords(work.records, (tx) => {
      appendAudit(work, tx, { kind: 'learningExported', subject: what });
      return ok(null);
    });
  const saved = await recordFirst(record, () => saveFile(deps, target, [writeCsv(rows)]));
  return saved.ok ? ok({ saved: true, rows: rows.length - 1 }) : saved;
};

/** Saves the columns of a file without any row, where the person says. Nothing of the vault is in it. */
export const saveTemplate = async (
  deps: CsvExportDeps,
  what: keyof typeof templates,
): Promise<Result<{ saved: boolean }, AppError<ExportErrorCode | StorageErrorCode>>> => {
  const target = await deps.chooseTarget(join(deps.folder, `templat-${what}.csv`), 'csv');
  if (target === null) return ok({ saved: false });
  const saved = await saveFile(deps, target, [writeCsv([titlesOf(templates[what])])]);
  return saved.ok ? ok({ saved: true }) : saved;
};
