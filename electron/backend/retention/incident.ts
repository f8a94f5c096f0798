import { statedOnOf } from '@shared/domain/case/act-days.ts';
import type { ActType } from '@shared/domain/case/act-type.ts';
import { latestContent } from '@shared/domain/case/contents.ts';
import type { carriedForms } from '@shared/domain/case/routes.ts';
import type { DocumentContext } from '@shared/domain/documents/context.ts';
import { incidentModel } from '@shared/domain/documents/retention/incident-model.ts';
import {
  type ExposedFile,
  type Exposure,
  type IncidentAccount,
  type IncidentKind,
  type IncidentPaperKind,
  isAboutOneFile,
  untilDay,
} from '@shared/domain/retention/incident.ts';
import { endKindOf, endsUnnamed } from '@shared/domain/retention/schedule.ts';
import texts from '@shared/i18n/id/case.json' with { type: 'json' };
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { sql } from 'drizzle-orm';
import { filesAside, type OpenedFile } from '../case/act-rows.ts';
import { matterOf } from '../case/case-file.ts';
import { readFileAside } from '../case/file-aside.ts';
import { type ListedCase, listReadable } from '../case/list-cases.ts';
import { listedActs, type StoredAct, singlesAside } from '../case/stored-act.ts';
import { findPackage } from '../exchange/ledger/package-rows.ts';
import { listNoteRows } from '../notes/note-rows.ts';
import { printView } from '../papers/print-view.ts';
import type { Host } from '../rpc/host.ts';
import { blankOf } from '../settings/office.ts';
import { getProfile } from '../settings/profile.ts';
import { todayOf, type Unlocked } from '../vault/unlocked.ts';

type CarriedForm = (typeof carriedForms)[number];

/** What happened, as far as it says what others may have. */
export interface Incident {
  readonly kind: IncidentKind;
  /** The sealed file that went to the wrong person; null where a computer is gone. */
  readonly packageId: string | null;
  /** Day up to which a lost computer or backup had anything; empty: all of this vault. */
  readonly until: string;
}

/** Acts of a file by hash: whether what they say is in this vault too. */
const formsHere = ({ work }: Unlocked, caseId: string): ReadonlyMap<string, CarriedForm> =>
  new Map(
    work.records
      .all<{ hash: string; form: CarriedForm }>(sql`SELECT lower(hex(hash)) AS hash,
        CASE WHEN body IS NULL THEN 'header' ELSE 'all' END AS form FROM acts WHERE case_id = ${caseId}`)
      .map(({ hash, form }) => [hash, form]),
  );

/** A file of this vault that others may have, with all acts of it, whether they count or were set aside. */
interface Held extends Omit<ExposedFile, 'acts'> {
  readonly acts: readonly StoredAct[];
}

/** Whom it is about only where lists still name that person. */
const toHeld = ({ work }: Unlocked, { summary, ended }: ListedCase): Held => {
  const { caseId, listNumber, employeeName } = summary;
  const { records } = work;
  return {
    caseId,
    opening: null,
    employeeName: endsUnnamed(ended?.kind) ? '' : employeeName,
    listNumber,
    // What was taken back counts for nothing, and lies here.
    acts: [...listedActs(records, caseId).acts, ...singlesAside(records, caseId).acts],
  };
};

/** A file that was set aside whole, beside another one under its id. */
const toHeldAside = ({ work }: Unlocked, file: OpenedFile): Held[] => {
  const { whole, isNameless } = readFileAside(work.records, file);
  if (isNameless) return [];
  const { employee } = matterOf(whole);
  return [
    {
      caseId: file.caseId,
      opening: file.opening,
      employeeName: endsUnnamed(endKindOf(whole.state)) ? '' : (employee?.name ?? ''),
      listNumber: latestContent(whole.state, whole.bodies, 'reportRegistered')?.number ?? '',
      acts: whole.acts,
    },
  ];
};

/** All files that can be read, and those that were set aside: whoever has the vault has these as well. */
const heldFiles = (unlocked: Unlocked): Held[] => [
  ...listReadable(unlocked.work).map((listed) => toHeld(unlocked, listed)),
  ...filesAside(unlocked.work.records).flatMap((file) => toHeldAside(unlocked, file)),
];

/** A file with the acts that are in `forms`; none when there is no such act. */
const exposed = ({ acts, ...file }: Held, forms: ReadonlyMap<string, CarriedForm>): ExposedFile[] => {
  const others = acts.flatMap(({ hash, header }) => {
    const form = forms.get(hash);
    return form === undefined ? [] : [{ type: header.type, on: statedOnOf(header), form }];
  });
  return others.length === 0 ? [] : [{ ...file, acts: others }];
};

const inPackage = (unlocked: Unlocked, packageId: string | null): Result<Exposure, AppError<'unknownPackage'>> => {
  const sent = packageId === null ? undefined : findPackage(unlocked.work.records, 'out', packageId);
  if (sent === undefined) return fail('unknownPackage');
  const { acts, guidance } = sent.manifest;
  const forms = new Map(acts.map(({ hash, form }) => [hash, form]));
  const files = heldFiles(unlocked)
    .filter(({ caseId }) => caseId === sent.caseId)
    .flatMap((file) => exposed(file, forms));
  return ok({ files, persons: 0, guidance: guidance === undefined ? 0 : 1, notes: 0 });
};

const inVault = (unlocked: Unlocked, until: string): Exposure => {
  const { records, notes } = unlocked.work;
  const count = (table: 'persons' | 'guidance'): number =>
    records.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${sql.raw(table)}`).n;
  const files = heldFiles(unlocked).flatMap((file) => exposed(file, formsHere(unlocked, file.caseId)));
  return {
    files: untilDay(files, until),
    persons: count('persons'),
    guidance: count('guidance'),
    notes: listNoteRows(notes, undefined).length,
  };
};

/**
 * Whose data others may have now, and which acts: all of this vault up to a day, or what a sent package held. A file
 * about the wrong employee is in neither: nothing tells of it by name (law: mistaken). `unknownPackage`: no such
 * package was sent from here.
 */
export const exposureOf = (
  unlocked: Unlocked,
  { kind, packageId, until }: Incident,
): Result<Exposure, AppError<'unknownPackage'>> =>
  kind === 'missent' ? inPackage(unlocked, packageId) : ok(inVault(unlocked, until));

export interface NoticeInput extends Incident {
  readonly paper: IncidentPaperKind;
  /** The file whose employee is told; null for a paper about all. */
  readonly caseId: string | null;
  /** The opening of that file where it was set aside; null for the one that counts. */
  readonly opening: string | null;
  readonly account: IncidentAccount;
}

type NoticeError = AppError<'unknownPackage' | 'unknownCase' | 'printFailed'>;

/** Makes a paper of an incident to be signed by hand, kept in memory until lock. */
export const prepareNotice = async (
  unlocked: Unlocked,
  host: Host,
  { paper, caseId, opening, account, ...incident }: NoticeInput,
): Promise<Result<{ viewId: string; size: number }, NoticeError>> => {
  const { work, vault } = unlocked;
  const found = exposureOf(unlocked, incident);
  if (!found.ok) return found;
  const isOne = isAboutOneFile(paper);
  const isMeant = (file: ExposedFile): boolean => file.caseId === caseId && file.opening === opening;
  const files = isOne ? found.value.files.filter(isMeant) : found.value.files;
  if (isOne && files.length === 0) return fail('unknownCase');
  const context: DocumentContext = { ...blankOf(work.records), form: 'prefilled' };
  const model = incidentModel(context, {
    kind: incident.kind,
    paper,
    account,
    exposure: { ...found.value, files },
    holder: { name: getProfile(work.records).person?.name ?? '', keyFingerprint: vault.keyFingerprint },
    actTitles: texts.acts as Readonly<Record<ActType, string>>,
    today: todayOf(unlocked),
  });
  return printView(work, host, model);
};
