import type { FollowUpInRegister } from '../case/follow-ups.ts';
import { isToDo } from '../case/follow-ups.ts';
import { type Phase, phases, type SessionState } from '../case/state.ts';
import type { ListKind } from '../documents/kind.ts';
import type { PersonInput } from '../identity/person.ts';
import { plainUnit } from '../identity/same-person.ts';
import type { ChoiceOf } from './list-choice.ts';

/** Whom a row is about. */
export type ListedPerson = Omit<PersonInput, 'employmentStatus'>;

/** A file as the register has it. `number`: by which the unit registered it; empty: not here. */
export interface RegisterRow {
  readonly number: string;
  readonly person: ListedPerson;
  readonly registeredOn: string;
  readonly report: { readonly number: string; readonly date: string };
  readonly decision: { readonly decided: 'yes' | 'no'; readonly number: string; readonly date: string } | null;
  readonly phase: Phase;
  /** First day of what lies in the file. */
  readonly begunOn: string;
}

interface OfFile {
  readonly number: string;
  readonly person: ListedPerson;
}

export interface FollowUpRow extends OfFile, Omit<FollowUpInRegister, 'item'> {}

export interface SessionRow extends OfFile {
  readonly date: string;
  readonly startTime: string;
  readonly zone: string;
  readonly minutes: number;
  readonly place: string;
  readonly state: SessionState['state'];
}

/** JP of one year, in hundredths. */
export interface LearningRow {
  readonly person: ListedPerson;
  readonly jp: number;
  readonly target: number | null;
  readonly records: number;
  readonly uncounted: number;
}

export interface RowOf {
  readonly registerList: RegisterRow;
  readonly followUpList: FollowUpRow;
  readonly sessionList: SessionRow;
  readonly learningList: LearningRow;
}

/**
 * Sessions of a file that a list tells. Once the counselling is over, those that were held: one that was missed or left
 * open would tell whoever gets the list why it ended, which is the counsellor's alone.
 */
export const listedSessions = <S extends Pick<SessionState, 'state'>>(
  phase: Phase,
  sessions: readonly S[],
): readonly S[] =>
  phases.indexOf(phase) < phases.indexOf('result') ? sessions : sessions.filter(({ state }) => state === 'held');

/** The day by which a row falls into a period: when it was registered, else reported, else begun. */
export const registerDay = ({ registeredOn, report, begunOn }: RegisterRow): string =>
  registeredOn || report.date || begunOn;

/** True for a day within a period; one that is not known falls into none that has a limit. */
const within = (day: string, { from, to }: { readonly from: string; readonly to: string }): boolean =>
  (from === '' || (day !== '' && from <= day)) && (to === '' || (day !== '' && day <= to));

const ofUnit = ({ person }: { readonly person: ListedPerson }, unit: string): boolean =>
  unit === '' || plainUnit(person.unit) === plainUnit(unit);

type Passes = {
  readonly [K in ListKind]: (row: RowOf[K], choice: ChoiceOf<K>) => boolean;
};

const passes: Passes = {
  registerList: (row, choice) =>
    within(registerDay(row), choice) &&
    (choice.state === null || (choice.state === 'open' ? row.phase !== 'closed' : row.phase === choice.state)),
  followUpList: (row, choice) =>
    within(row.dueDate, choice) &&
    (choice.state === null || (choice.state === 'toDo' ? isToDo(row) : row.standing === choice.state)),
  sessionList: (row, choice) => within(row.date, choice) && (choice.state === null || row.state === choice.state),
  // Who has no target is neither below it nor has reached it.
  learningList: ({ jp, target }, { state }) =>
    state === null || (target !== null && (state === 'reached' ? jp >= target : jp < target)),
};

/** Rows that a choice lets through, in their order. */
export const chosenRows = <K extends ListKind>(rows: readonly RowOf[K][], choice: ChoiceOf<K>): readonly RowOf[K][] => {
  const inState = passes[choice.kind as K] as Passes[K];
  return rows.filter((row) => ofUnit(row, choice.unit) && inState(row, choice));
};
