import { statedOnOf } from '@shared/domain/case/act-days.ts';
import { mayReleaseCopy } from '@shared/domain/case/acts/corrections.ts';
import type { ContentOf } from '@shared/domain/case/body.ts';
import { refusedRequests } from '@shared/domain/case/disputes.ts';
import { learningKindTitles } from '@shared/domain/competence/kind-titles.ts';
import type { DocumentContext } from '@shared/domain/documents/context.ts';
import { guidanceKindTitles, guidanceTitles } from '@shared/domain/documents/guidance/titles.ts';
import { documentKindOfAct, documentTitles } from '@shared/domain/documents/kind.ts';
import {
  type HeldDelivery,
  type HeldDocument,
  type HeldFile,
  type HeldGuidance,
  type PersonHeld,
  personHeldModel,
} from '@shared/domain/documents/retention/person-held-model.ts';
import { type GuidanceRecord, partyOf } from '@shared/domain/guidance/record.ts';
import { findKey, rolesOn } from '@shared/domain/identity/directory.ts';
import type { Person, PersonInput, Role } from '@shared/domain/identity/person.ts';
import { toLocalDay } from '@shared/kernel/date.ts';
import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import { sql } from 'drizzle-orm';
import type { CaseFile } from '../case/case-file.ts';
import { listCases } from '../case/list-cases.ts';
import { readCase } from '../case/load-case.ts';
import { ownCopies } from '../case/own-copies.ts';
import { learningOf } from '../competence/employee.ts';
import { copiedBy } from '../documents/copied-act.ts';
import { packagesOfKind } from '../exchange/ledger/package-rows.ts';
import { listGuidanceRows } from '../guidance/guidance-rows.ts';
import { listRecords } from '../guidance/record-rows.ts';
import { soundRecord } from '../guidance/record-state.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { printView } from '../papers/print-view.ts';
import { findListedPerson, toPerson } from '../persons/person-rows.ts';
import type { Host } from '../rpc/host.ts';
import { blankOf } from '../settings/office.ts';
import { getProfile } from '../settings/profile.ts';
import { noteEvent } from '../trail/note-event.ts';
import { todayOf, type Unlocked } from '../vault/unlocked.ts';
import { endedFiles } from './files.ts';
import { readRetention } from './setting.ts';

/** A file with the acts of which the holder may release a copy: nothing else of it is told (law: access). */
interface Told {
  readonly caseId: string;
  readonly file: HeldFile;
  /** The kinds of those papers by the hash of their act. */
  readonly kinds: ReadonlyMap<string, HeldDocument['kind']>;
  /** Releases that were made here, as who got what. */
  readonly released: readonly HeldDelivery[];
}

interface Release {
  readonly about: string | null;
  readonly content: Partial<ContentOf<'copyReleased'>>;
}

const releasesOf = ({ state, bodies }: CaseFile): Release[] =>
  state.acts.flatMap(({ hash, type, about }) =>
    type === 'copyReleased' ? [{ about, content: bodies.get(hash)?.content ?? {} }] : [],
  );

const toldOf = (
  records: Unlocked['work']['records'],
  roles: readonly Role[],
  caseId: string,
  known: Pick<HeldFile, 'listNumber' | 'from' | 'dueOn'>,
): Told => {
  const file = readCase(records, caseId);
  const releases = releasesOf(file);
  const acts = file.state.acts.flatMap(({ hash, type }) => {
    const kind = documentKindOfAct(type);
    const header = file.byHash.get(hash)?.header;
    if (kind === null || header === undefined || !mayReleaseCopy(file.state, hash, roles)) return [];
    const copies = releases.filter(({ about }) => about === hash).map(({ content }) => content);
    const disputed = refusedRequests(file.state, hash).length;
    return [{ hash, kind, on: statedOnOf(header), copies, disputed }];
  });
  const documents = acts.map(({ kind, on, copies, disputed }) => ({
    kind,
    on,
    disputed,
    copies: copies.map(({ date, copyNumber }) => ({ on: date ?? '', number: copyNumber ?? '' })),
  }));
  const released = acts.flatMap(({ kind, copies }) =>
    copies.map(({ date }): HeldDelivery => ({ on: date ?? '', to: ['employee'], documents: [kind] })),
  );
  const byDay = (one: { readonly on: string }, other: { readonly on: string }): number =>
    one.on.localeCompare(other.on);
  return {
    caseId,
    file: { ...known, documents: documents.sort(byDay) },
    kinds: new Map(acts.map(({ hash, kind }) => [hash, kind])),
    released,
  };
};

/** Sealed files with those papers whole, that left from here for others. What a file held besides is not told. */
const sentFrom = ({ work }: Unlocked, told: readonly Told[]): HeldDelivery[] => {
  const directory = trustedDirectory(work.records)?.directory;
  const byCase = new Map(told.map((one) => [one.caseId, one.kinds]));
  return packagesOfKind(work.records, 'out', 'acts')
    .filter(({ written }) => written)
    .flatMap(({ caseId, peer, at, manifest }) => {
      const kinds = byCase.get(caseId ?? '');
      const documents = manifest.acts.flatMap(({ hash, form }) => (form === 'all' ? (kinds?.get(hash) ?? []) : []));
      if (documents.length === 0) return [];
      const entry = directory && findKey(directory, peer)?.entry;
      const on = toLocalDay(Date.parse(at));
      return [{ on, to: entry === undefined ? [] : rolesOn(entry, on), documents: [...new Set(documents)] }];
    });
};

const casesOf = (unlocked: Unlocked, personId: string): Told[] => {
  const { records } = unlocked.work;
  const { roles } = getProfile(records);
  const due = new Map(endedFiles(unlocked).map(({ file }) => [file.caseId, file.dueOn]));
  const mine = new Set(
    records.all<{ id: string }>(sql`SELECT id FROM cases WHERE employee_id = ${personId}`).map(({ id }) => id),
  );
  return listCases(unlocked.work)
    .filter(({ summary }) => mine.has(summary.caseId))
    .map(({ summary: { caseId, listNumber }, begunOn }) =>
      toldOf(records, roles, caseId, { listNumber, from: begunOn, dueOn: due.get(caseId) ?? null }),
    )
    .sort((one, other) => one.file.from.localeCompare(other.file.from));
};

/** Guidance in which the person took part, where the holder is one of its parties: others' is nobody's to tell. */
const guidanceOf = ({ work: { records } }: Unlocked, person: PersonInput): HeldGuidance[] => {
  const holder = getProfile(records).person;
  if (holder === null) return [];
  type Parties = Pick<GuidanceRecord, 'leader' | 'participants'>;
  const isTheirs = (parties: Parties | null): boolean =>
    parties !== null && partyOf(parties, person) !== undefined && partyOf(parties, holder) !== undefined;
  return listGuidanceRows(records).flatMap(({ id, kind, file }) => {
    const sound = listRecords(records, id).flatMap((row) => soundRecord(row) ?? []);
    const theirs = sound.filter(({ record }) => isTheirs(record));
    if (theirs.length === 0 && !isTheirs(file)) return [];
    return [
      {
        guidanceId: id,
        kind: guidanceKindTitles[kind],
        topic: (isTheirs(file) ? file?.topic : theirs.at(-1)?.record.topic) ?? '',
        records: theirs.map(({ record }) => ({
          title: guidanceTitles[record.content.kind],
          on: toLocalDay(Date.parse(record.statedAt)),
        })),
      },
    ];
  });
};

const ownCopiesOf = ({ work }: Unlocked, personId: string): PersonHeld['ownCopies'] => {
  if (getProfile(work.records).person?.personId !== personId) return null;
  return ownCopies(work.records).map(({ caseId, released }) => {
    const kind = copiedBy(work, readCase(work.records, caseId), released)?.shown.kind;
    const content = released.body?.content as ContentOf<'copyReleased'> | undefined;
    const title = Object.entries(documentTitles).find(([known]) => known === kind)?.[1];
    return { on: content?.date ?? '', title: title ?? documentTitles.employeeCopy };
  });
};

const learningHeld = (unlocked: Unlocked, personId: string) => {
  const { work } = unlocked;
  const found = learningOf(work, personId);
  const { years, records } = found.ok ? found.value : { years: [], records: [] };
  const kept = records.filter(({ withdrawn }) => withdrawn === null);
  return {
    years: years.map(({ year, jp }) => ({ year, jp })),
    learning: kept.map(({ kind, title, from, to, jp }) => ({ kind: learningKindTitles[kind], title, from, to, jp })),
    competences:
      work.records.get<{ known: number }>(
        sql`SELECT EXISTS (SELECT 1 FROM present_competences WHERE person_id = ${personId}) AS known`,
      ).known === 1,
    plans: work.records
      .all<{ year: number; evaluations: number }>(
        sql`SELECT p.year, (p.evaluation IS NOT NULL) + (
            SELECT count(*) FROM plan_evaluations e WHERE e.person_id = p.person_id AND e.year = p.year
          ) AS evaluations FROM development_plans p WHERE p.person_id = ${personId} ORDER BY p.year`,
      )
      .map(({ year, evaluations }) => ({ year, evaluations })),
  };
};

/** What this vault holds about a person of its register, as far as that person may have it (law: access). */
export const personHeld = (unlocked: Unlocked, { personId, ...person }: Person): PersonHeld => {
  const told = casesOf(unlocked, personId);
  const deliveries = [...told.flatMap(({ released }) => released), ...sentFrom(unlocked, told)];
  return {
    person,
    files: told.map(({ file }) => file),
    deliveries: deliveries.sort((one, other) => one.on.localeCompare(other.on)),
    ...learningHeld(unlocked, personId),
    guidance: guidanceOf(unlocked, person),
    ownCopies: ownCopiesOf(unlocked, personId),
    schedule: readRetention(unlocked.work.records).schedule,
    today: todayOf(unlocked),
  };
};

/**
 * Makes that paper, to be signed by hand, kept in memory until lock; that it was made stands in the audit trail.
 * `unknownPerson`: no list of this vault names that person.
 */
export const preparePerson = async (
  unlocked: Unlocked,
  host: Host,
  personId: string,
): Promise<Result<{ viewId: string; size: number }, AppError<'unknownPerson' | 'printFailed'>>> => {
  const { work } = unlocked;
  const row = findListedPerson(work.records, personId);
  if (row === undefined) return fail('unknownPerson');
  const context: DocumentContext = { ...blankOf(work.records), form: 'prefilled' };
  const model = personHeldModel(context, personHeld(unlocked, toPerson(row)));
  const made = await printView(work, host, model);
  if (made.ok) noteEvent(work, { kind: 'personToldMade', subject: personId });
  return made;
};
