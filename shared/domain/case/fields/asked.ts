import type { Fields, Values } from '../../form/field.ts';
import type { ActType } from '../act-type.ts';
import { isThirdParty, isTooEarly, recommendsDiscipline } from '../asked-gates.ts';

/** What a file tells of what is asked in a form. */
export interface KnownInForm {
  /** Day by which the latest communication expects a change; empty or undefined: it names none. */
  readonly expectedBy?: string | undefined;
  readonly counsellorKind?: string | null | undefined;
  /** Another paper bears the number that is written (law: numbers). */
  readonly isNumberTaken?: boolean | undefined;
}

const itemsOf = ({ items }: Values): readonly { readonly kind: string; readonly burdensome?: unknown }[] =>
  Array.isArray(items) ? items : [];

type Asked = Readonly<Record<string, (content: Values, known: KnownInForm) => boolean>>;

const ofDiscipline: Asked[string] = (content) => recommendsDiscipline({ items: itemsOf(content) });
const ofBurden: Asked[string] = (content) => itemsOf(content).some(({ burdensome }) => burdensome === true);
const ofIndependent: Asked[string] = ({ kind }) => kind === 'independent';

/** Fields that are asked of some contents alone; every other field always is. */
const askedOf: Readonly<Partial<Record<ActType, Asked>>> = {
  feedbackRecorded: {
    sourceConsents: isThirdParty,
    sourceName: (content) => !isThirdParty(content) || content.sourceConsents === true,
  },
  changeEvaluated: { earlyReason: (content, { expectedBy }) => isTooEarly(content, expectedBy) },
  reportSubmitted: { earlyReason: () => false },
  counsellorAssigned: { appointmentNumber: ofIndependent, appointmentDate: ofIndependent },
  consentRecorded: { toldAssesses: (_content, { counsellorKind }) => counsellorKind === 'trainedAssessor' },
  followUpDecided: {
    reportNumber: ofDiscipline,
    reportDate: ofDiscipline,
    employeeAskedOn: ofBurden,
    employeeAnswer: ofBurden,
    objection: ofBurden,
  },
};

/** The same of whatever act has the field. */
const ofAny: Asked = { numberReason: (_content, { isNumberTaken }) => isNumberTaken === true };

/** True where something stands in a field: it is shown, so that nothing is signed unseen. */
const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== '' && value !== false;

/** The fields of a form that are asked of what is written in it so far. */
export const fieldsAsked = (type: ActType, fields: Fields, content: Values, known: KnownInForm = {}): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name]) => isSaid(content[name]) || (ofAny[name] ?? askedOf[type]?.[name])?.(content, known) !== false,
    ),
  );
