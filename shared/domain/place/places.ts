import type { Brand } from '@shared/kernel/brand.ts';
import type { ActType } from '../case/act-type.ts';
import type { GuidanceKind } from '../guidance/record.ts';
import type { WrittenKind } from '../guidance/record-contents.ts';

/**
 * Every page of the window and its address, with parameters as `$name`. A feature registers each of its pages under
 * the name here; links are made of the same names by `placeOf`. tests/unit/renderer/places.test.ts holds both to it.
 */
export const pages = {
  home: '/',
  help: '/help',
  notes: '/notes',
  schedule: '/schedule',
  employees: '/employees',
  programme: '/programme',
  /** Figures by unit: of this vault and of those that sent theirs. */
  programmeFigures: '/programme/figures',
  /** What employees say that it helped with. */
  benefits: '/programme/benefits',
  /** Daftar: lists of the office, to print and to save. */
  lists: '/lists',
  retention: '/retention',
  /** Komputer hilang atau salah kirim. */
  incident: '/incident',
  settings: '/settings',
  audit: '/audit',

  cases: '/cases',
  newCase: '/cases/new',
  caseFromPaper: '/cases/from-paper',
  caseAssigned: '/cases/assigned',
  /** Register of follow-ups. */
  followUps: '/cases/follow-ups',
  case: '/cases/$caseId',
  caseDocument: '/cases/$caseId/document/$hash',
  act: '/cases/$caseId/act/$type',
  /** Form of an act that is about another one. */
  actAbout: '/cases/$caseId/act/$type/$about',
  /** Form of an act that begins with a feedback summary of coaching. */
  caseFromGuidance: '/cases/$caseId/from-guidance/$hash',
  /** Form of an act that somebody drafted for signature here. */
  receivedDraft: '/cases/$caseId/draft/$draftId',

  exchange: '/exchange',
  /** Perlu diperiksa. */
  review: '/exchange/review',
  /** What leaves for a case. */
  send: '/exchange/send/$caseId',
  /** The same for one person alone, sending again included. */
  sendAgain: '/exchange/send/$caseId/$entryId',
  copy: '/exchange/copy/$hash',

  directory: '/directory',
  /** A card, directory, invitation or profile file. */
  signedFile: '/directory/file/$token',
  invite: '/directory/invite',
  /** The institution's profile while it is written. */
  officeProfile: '/directory/office',

  guidance: '/guidance',
  chooseGuidance: '/guidance/choose',
  quickGuidance: '/guidance/quick/$kind',
  newGuidance: '/guidance/new/$kind',
  /** What an employee writes. */
  writeGuidance: '/guidance/write/$written',
  guidanceCalendar: '/guidance/calendar',
  coaches: '/guidance/coaches',
  guidanceFile: '/guidance/$guidanceId',

  competence: '/competence',
  conversionTable: '/competence/table',
  learningImport: '/competence/import',
  standards: '/competence/standards',
  /** The institution's plan of a year. */
  institutionPlan: '/competence/institution/$year',
  /** Enters a record of guidance as learning of those who took part. */
  guidanceAsLearning: '/competence/guidance/$guidanceId/$hash',
  learner: '/competence/$personId',

  papers: '/documents',
  checkPdf: '/documents/check',
} as const;

/** Name of a page. */
export type Page = keyof typeof pages;

/** Parameters that are codes of closed lists; every other one is an id, a hash or a token. */
interface Codes {
  readonly type: ActType;
  readonly kind: GuidanceKind;
  readonly written: WrittenKind;
}

type NamesIn<Path> = Path extends `${string}$${infer Name}/${infer Rest}`
  ? Name | NamesIn<`/${Rest}`>
  : Path extends `${string}$${infer Name}`
    ? Name
    : never;

/** Names of the parameters in the address of a page. */
export type ParameterOf<P extends Page> = NamesIn<(typeof pages)[P]>;

/** What the address of a page must be given. */
export type ParametersOf<P extends Page> = {
  readonly [Name in ParameterOf<P>]: Name extends keyof Codes ? Codes[Name] : string;
};

/** Pages whose address needs nothing filled in. */
export type PlainPage = { [P in Page]: [ParameterOf<P>] extends [never] ? P : never }[Page];

/** Where the window can go: the address of a page with its parameters filled in. Only `placeOf` makes one. */
export type Place = Brand<string, 'Place'>;

/** The address of a page, e.g. `placeOf('case', { caseId })`. */
export const placeOf = <P extends Page>(
  page: P,
  ...[parameters]: P extends PlainPage ? [] : [parameters: ParametersOf<P>]
): Place => {
  const given: Readonly<Record<string, string>> = parameters ?? {};
  return pages[page].replaceAll(/\$(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? '')) as Place;
};

/** Form of an act of a case; `about` is the hash of the act that it is about, null or empty when about none. */
export const placeOfAct = (caseId: string, type: ActType, about: string | null = null): Place =>
  about === null || about === '' ? placeOf('act', { caseId, type }) : placeOf('actAbout', { caseId, type, about });
