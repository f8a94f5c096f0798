import { z } from 'zod';
import { type ActType, actTypeSchema } from '../case/act-type.ts';
import { conversionInput } from '../competence/conversion.ts';
import { presentCompetences, standardInput } from '../competence/gaps.ts';
import { institutionPlan } from '../competence/institution-plan.ts';
import { learningRecordFields } from '../competence/learning-record.ts';
import { planInput } from '../competence/plan.ts';
import { guidanceKinds } from '../guidance/record.ts';
import type { WrittenKind } from '../guidance/record-contents.ts';
import { officeContents } from '../office/profile.ts';
import { type Place, placeOf, placeOfAct } from '../place/places.ts';
import * as contents from './contents.ts';
import { typed } from './typed.ts';

/** Where a draft is kept. One draft for each place. */
export interface DraftPlace {
  readonly kind: string;
  readonly caseId: string | null;
  /** Tells several drafts of a kind apart; empty for the only one. */
  readonly subjectKey: string;
}

/** What a place is found by: `type` is the part of the kind after the colon, e.g. the type of an act. */
interface Parts {
  readonly caseId: string;
  readonly subjectKey: string;
  readonly personId: string;
  readonly type: string;
}

interface Entry {
  /** What may be kept. What no longer fits is shown as text. */
  readonly schema: z.ZodType;
  /** Page on which it is written; null: there is none for these parts. */
  readonly place: (parts: Parts) => Place | null;
  /** Key of the text that names it. */
  readonly name: string | ((type: string) => string);
  /** Whom it is about: the employee of its case, or somebody of the register of people. */
  readonly about: 'case' | 'person' | null;
}

const act = ({ caseId, subjectKey, type }: Parts): Place | null => {
  const known = actTypeSchema.safeParse(type);
  return known.success ? placeOfAct(caseId, known.data, subjectKey) : null;
};
const actName = (type: string): string => `acts.${type}`;
const learner = ({ personId }: Parts): Place => placeOf('learner', { personId });
const guidanceFile = ({ subjectKey }: Parts): Place => placeOf('guidanceFile', { guidanceId: subjectKey });
/** The year is the key. */
const institutionPage = ({ subjectKey }: Parts): Place => placeOf('institutionPlan', { year: subjectKey });
const retentionPage = (): Place => placeOf('retention');
const written = (kind: WrittenKind) => (parts: Parts) =>
  parts.subjectKey === 'own' ? placeOf('writeGuidance', { written: kind }) : guidanceFile(parts);
const ofGuidanceKind =
  (page: 'quickGuidance' | 'newGuidance') =>
  ({ subjectKey }: Parts): Place | null => {
    const kind = guidanceKinds.find((known) => known === subjectKey);
    return kind === undefined ? null : placeOf(page, { kind });
  };

/**
 * Register of drafts: all that may be kept while it is typed. A kind that has a type (`act:reportSubmitted`) stands
 * here under what comes before the colon. Who adds a form adds its kind here; `useDraft` takes no other.
 */
export const draftKinds = {
  act: { schema: contents.actForm, place: act, name: actName, about: 'case' },
  received: {
    schema: contents.actForm,
    place: ({ caseId, subjectKey }) => placeOf('receivedDraft', { caseId, draftId: subjectKey }),
    name: actName,
    about: 'case',
  },
  /** The word that goes along with a draft for signature. */
  remark: { schema: z.string(), place: act, name: () => 'home.draft.remark', about: 'case' },
  /** Feedback that begins with a summary written in coaching. */
  'act.feedbackRecorded.guidance': {
    schema: contents.actForm,
    place: ({ caseId, subjectKey }) => placeOf('caseFromGuidance', { caseId, hash: subjectKey }),
    name: 'acts.feedbackRecorded',
    about: 'case',
  },
  caseNew: { schema: contents.caseOpening, place: () => placeOf('newCase'), name: 'acts.caseOpened', about: null },
  caseFromPaper: {
    schema: contents.paperForm,
    place: () => placeOf('caseFromPaper'),
    name: 'home.draft.fromPaper',
    about: null,
  },
  caseAssigned: {
    schema: contents.paperForm,
    place: () => placeOf('caseAssigned'),
    name: 'home.draft.assigned',
    about: null,
  },
  copyAcknowledgement: {
    schema: contents.ownWords,
    place: ({ subjectKey }) => placeOf('copy', { hash: subjectKey }),
    name: 'acts.copyAcknowledged',
    about: 'case',
  },
  copyAnswer: {
    schema: contents.ownWords,
    place: ({ subjectKey }) => placeOf('copy', { hash: subjectKey }),
    name: 'acts.responseGiven',
    about: 'case',
  },
  correctionRequest: {
    schema: contents.ownWords,
    place: ({ subjectKey }) => placeOf('copy', { hash: subjectKey }),
    name: 'acts.correctionRequested',
    about: 'case',
  },
  invitation: {
    schema: contents.invitation,
    place: () => placeOf('invite'),
    name: 'home.invitationDraft',
    about: null,
  },
  officeProfile: {
    schema: typed(officeContents),
    place: () => placeOf('officeProfile'),
    name: 'home.draft.officeProfile',
    about: null,
  },
  memberRoles: {
    schema: contents.spans,
    place: () => placeOf('directory'),
    name: 'home.draft.memberRoles',
    about: null,
  },
  foundDirectory: {
    schema: contents.spans,
    place: () => placeOf('directory'),
    name: 'home.draft.foundDirectory',
    about: null,
  },
  /** Why a held package is refused. */
  packageRefusal: {
    schema: contents.reason,
    place: () => placeOf('review'),
    name: 'home.draft.packageRefusal',
    about: null,
  },
  certification: {
    schema: contents.certification,
    place: () => placeOf('directory'),
    name: 'home.draft.certification',
    about: null,
  },
  person: {
    schema: contents.typedPerson,
    place: () => placeOf('employees'),
    name: 'home.draft.person',
    about: 'person',
  },
  guidanceQuick: {
    schema: contents.quickGuidance,
    place: ofGuidanceKind('quickGuidance'),
    name: 'home.guidanceDraft',
    about: null,
  },
  guidanceStart: {
    schema: contents.guidanceStart,
    place: ofGuidanceKind('newGuidance'),
    name: 'home.draft.guidanceStart',
    about: null,
  },
  guidanceFile: {
    schema: contents.workingFile,
    place: guidanceFile,
    name: 'home.draft.guidanceFile',
    about: null,
  },
  guidanceSummary: {
    schema: contents.feedbackSummary,
    place: guidanceFile,
    name: 'home.draft.guidanceSummary',
    about: null,
  },
  guidancePreCoaching: {
    schema: contents.writtenRecord,
    place: written('preCoaching'),
    name: 'home.draft.preCoaching',
    about: null,
  },
  guidanceMentoringPlan: {
    schema: contents.writtenRecord,
    place: written('mentoringPlan'),
    name: 'home.draft.mentoringPlan',
    about: null,
  },
  /** A question of one's own to a coaching session, before it is asked; the id of the file leads its key. */
  guidanceQuestion: {
    schema: contents.question,
    place: ({ subjectKey }) => placeOf('guidanceFile', { guidanceId: subjectKey.split(' ')[0] ?? '' }),
    name: 'home.draft.guidanceQuestion',
    about: null,
  },
  coach: { schema: contents.coach, place: () => placeOf('coaches'), name: 'home.draft.coach', about: null },
  presentCompetences: {
    schema: typed(presentCompetences),
    place: learner,
    name: 'home.draft.presentCompetences',
    about: 'person',
  },
  learningRecord: {
    schema: typed(learningRecordFields),
    place: learner,
    name: 'home.draft.learningRecord',
    about: 'person',
  },
  /** Why a learning record is taken back. */
  learningWithdrawal: {
    schema: contents.reason,
    place: learner,
    name: 'home.draft.learningWithdrawal',
    about: 'person',
  },
  /** Why a version of the conversion table is taken back. */
  versionWithdrawal: {
    schema: contents.reason,
    place: () => placeOf('conversionTable'),
    name: 'home.draft.versionWithdrawal',
    about: null,
  },
  developmentPlan: { schema: typed(planInput), place: learner, name: 'home.draft.developmentPlan', about: 'person' },
  institutionPlan: {
    schema: typed(institutionPlan),
    place: institutionPage,
    name: 'home.draft.institutionPlan',
    about: null,
  },
  institutionEvaluation: {
    schema: contents.evaluation,
    place: institutionPage,
    name: 'home.draft.institutionEvaluation',
    about: null,
  },
  planEvaluation: { schema: contents.evaluation, place: learner, name: 'home.draft.planEvaluation', about: 'person' },
  competenceStandard: {
    schema: typed(standardInput),
    place: () => placeOf('standards'),
    name: 'home.draft.competenceStandard',
    about: null,
  },
  conversionTable: {
    schema: typed(conversionInput),
    place: () => placeOf('conversionTable'),
    name: 'home.draft.conversionTable',
    about: null,
  },
  retention: { schema: contents.retention, place: retentionPage, name: 'home.draft.retention', about: null },
  incident: { schema: contents.incident, place: () => placeOf('incident'), name: 'home.draft.incident', about: null },
  freeze: { schema: contents.freeze, place: retentionPage, name: 'home.draft.freeze', about: null },
  erasureProposal: { schema: contents.reason, place: retentionPage, name: 'home.draft.erasureProposal', about: null },
  erasureApproval: { schema: contents.approval, place: retentionPage, name: 'home.draft.erasureApproval', about: null },
  erasureExecution: {
    schema: contents.execution,
    place: retentionPage,
    name: 'home.draft.erasureExecution',
    about: null,
  },
  programmeElement: {
    schema: contents.programmeElement,
    place: () => placeOf('programme'),
    name: 'home.draft.programmeElement',
    about: null,
  },
} satisfies Record<string, Entry>;

/** Entry of the register for a kind. */
export type DraftEntry = keyof typeof draftKinds;
type Family = 'act' | 'received' | 'remark';
/** What a draft may be of. */
export type DraftKind = Exclude<DraftEntry, Family> | `${Family}:${string}`;
/** The entry that holds for a kind. */
export type EntryOf<K extends DraftKind> = K extends `${infer F extends Family}:${string}`
  ? F
  : K extends DraftEntry
    ? K
    : never;
/** What is kept of a kind. */
export type DraftContent<K extends DraftKind> = z.output<(typeof draftKinds)[EntryOf<K>]['schema']>;

const families: readonly string[] = ['act', 'received', 'remark'] satisfies Family[];

const entryFor = (kind: string): (Entry & { readonly type: string }) | null => {
  const [family = '', type] = kind.split(':', 2);
  if (families.includes(family) !== (type !== undefined && type !== '')) return null;
  return Object.hasOwn(draftKinds, family) ? { ...draftKinds[family as DraftEntry], type: type ?? '' } : null;
};

/** Page on which a draft is written; null: its kind is not known, or what it belongs to is missing. */
export const placeOfDraft = ({
  kind,
  caseId,
  subjectKey,
  personId,
}: DraftPlace & { readonly personId: string | null }): Place | null => {
  const entry = entryFor(kind);
  if (entry === null || (entry.about === 'case' && caseId === null)) return null;
  if (entry.place === learner && personId === null) return null;
  return entry.place({ caseId: caseId ?? '', subjectKey, personId: personId ?? '', type: entry.type });
};

/** True when the drafts of a kind are about somebody of the register of people; the id leads their key. */
export const isAboutPerson = (kind: string): boolean => entryFor(kind)?.about === 'person';

/** Key of the text that names a draft, also of one that was set aside. */
export const draftNameKey = (kind: string): string => {
  if (kind === overlongKind('note')) return 'home.draft.note';
  const entry = entryFor(kindSetAside(kind) ?? kind);
  if (entry === null) return 'home.draft.unknown';
  return typeof entry.name === 'string' ? entry.name : entry.name(entry.type);
};

/** The act that a draft is to become, or goes along with, also of one that was set aside; null for any other draft. */
export const actOfDraft = (kind: string): ActType | null => {
  const entry = entryFor(kindSetAside(kind) ?? kind);
  if (entry === null || entry.about !== 'case') return null;
  const [, named = ''] = /^acts\.(\w+)$/.exec(draftNameKey(kind)) ?? [];
  const type = actTypeSchema.safeParse(entry.type === '' ? named : entry.type);
  return type.success ? type.data : null;
};

/** Reads what was kept; null when it no longer fits the schema of its kind. */
export const readDraft = (kind: string, content: unknown): unknown => {
  const parsed = entryFor(kind)?.schema.safeParse(content);
  return parsed?.success === true ? parsed.data : null;
};

const aside = 'unfit:';

/** Kind under which a draft stays that no longer fits, once another is written in its place. */
export const asideKind = (kind: string): string => `${aside}${kind}`;

const overlong = 'over:';

/** Kind under which the words of a text stay, in pieces, that was too long for its place. */
export const overlongKind = (kind: string): string => `${overlong}${kind}`;

/** True for a piece of a text that was too long. */
export const isOverlong = (kind: string): boolean => kind.startsWith(overlong);

/**
 * Key of the place where a draft was typed. One that was set aside, or that is a piece of a text that was too long, is
 * told apart by words before it, and keeps it after them; empty: nobody knows, as of those kept up to 0.3.
 */
export const subjectTyped = ({ kind, subjectKey }: Pick<DraftPlace, 'kind' | 'subjectKey'>): string => {
  const before = isOverlong(kind) ? 2 : kind.startsWith(aside) ? 1 : 0;
  return subjectKey.split(' ').slice(before).join(' ');
};

const kindSetAside = (kind: string): string | null => {
  const prefix = [aside, overlong].find((known) => kind.startsWith(known));
  return prefix === undefined ? null : kind.slice(prefix.length);
};
