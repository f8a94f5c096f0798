import { rowOf } from '@shared/domain/case/act-table.ts';
import { type ActType, actTypes } from '@shared/domain/case/act-type.ts';
import { judgeHeader } from '@shared/domain/case/judge-header.ts';
import { nextDue } from '@shared/domain/case/next-due.ts';
import type { CaseState } from '@shared/domain/case/state.ts';
import { type Role, roles } from '@shared/domain/identity/person.ts';
import fc from 'fast-check';
import { add, type CaseFile, draftOf, emptyFile, put, type Step } from './case-file.ts';

/** Facts worth trying for each type; what is missing here says nothing. Some break the table on purpose. */
const factChoices: Readonly<Partial<Record<ActType, readonly (readonly string[])[]>>> = {
  caseOpened: [[], [], ['assessorIsHead'], ['fromReport'], ['fromAssignment'], ['assessorIsHead', 'fromReport']],
  feedbackRecorded: [['withEvidence'], []],
  problemCommunicated: [[], [], ['acknowledged']],
  changeEvaluated: [['unchanged'], ['unchanged'], ['changed'], ['changed', 'unchanged']],
  reportSubmitted: [['withEvidence'], []],
  counsellingDecided: [['yes'], ['yes'], ['no']],
  counsellorAssigned: [
    ['independent'],
    ['qualificationProven', 'trainedAssessor'],
    ['trainedAssessor'],
    ['counsellingOfficial'],
    ['counsellingOfficial', 'qualificationProven'],
  ],
  assignmentAnswered: [['accepted'], ['accepted'], ['declined']],
  consentRecorded: [['given'], ['refused']],
  referralRecorded: [['psychologist'], ['doctor', 'imminentDanger']],
  followUpDecided: [
    ['assessorSuperior', 'lastItemB'],
    ['lastItemA', 'personnelHead'],
    ['authorisedOfficial', 'lastItemB'],
    ['assessorSuperior', 'authorisedOfficial', 'lastItemA', 'personnelHead'],
    ['assessorSuperior', 'inkSuperior', 'lastItemA', 'personnelHead'],
    ['assessor', 'lastItemA'],
  ],
  followUpProgressed: [
    ['done', 'itemA'],
    ['dropped', 'itemB'],
    ['itemA', 'ongoing'],
    ['done', 'itemC'],
  ],
  correctionAnswered: [['correctionAccepted'], ['correctionRefused']],
  paperAnswered: [['confirmed'], ['denied'], ['stands'], ['withdrawn']],
  identityCorrected: [['employee'], ['counsellor'], ['assessorSuperior']],
  statusNotified: [['concluded'], ['notCounselled'], ['closed'], ['counselled'], ['followedUp']],
  caseClosed: [['behaviourChanged'], ['notCounselled'], ['concluded'], ['employeeLeft'], ['other'], ['followedUp']],
  employeeLeft: [['moved'], ['died']],
  postHandedOver: [['personnelOfficer'], ['assessorSuperior'], ['assessor']],
  assessorReplaced: [['plt'], ['assessorIsHead', 'definitive']],
};

/** One throw of the dice; what it means depends on the case at that moment. */
interface Throw {
  /** Lawful moves keep to the table as far as they can; wild ones take whatever comes. */
  readonly how: 'due' | 'lawful' | 'wild';
  readonly type: number;
  readonly facts: number;
  readonly capacity: number;
  readonly about: number;
  readonly paper: boolean;
  /** How many acts back the author stood: above 0 makes a fork. */
  readonly behind: number;
}

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

const endings: readonly ActType[] = ['caseClosed', 'employeeMistaken', 'employeeLeft', 'assessorReplaced'];

const typeOf = (state: CaseState, dice: Throw): ActType => {
  const type = pick(actTypes, dice.type) ?? 'caseOpened';
  if (dice.how === 'wild') return type;
  const possible = actTypes.filter((other) => rowOf(other).gates.every((gate) => gate.holds(state, wideOpen)));
  // Answers are possible upon nearly all paper, and would crowd out the rest.
  const isRare = (other: ActType): boolean => endings.includes(other) || other === 'paperAnswered';
  const usual = possible.filter((other) => !isRare(other) || dice.facts % 5 === 0);
  // Whoever is named as deciding too is waited for now and then; the rest of the time nobody asks for that.
  const asking = dice.about % 2 === 0 ? roles : [];
  return dice.how === 'due' ? (nextDue(state, asking) ?? type) : (pick(usual, dice.type) ?? type);
};
const wideOpen = { capacity: null, origin: null, facts: null, about: null };

const stepOf = (state: CaseState, dice: Throw): Step => {
  const type = typeOf(state, dice);
  const origin = dice.paper ? 'paper' : 'vault';
  // Of some authors of paper the key is known: they are asked.
  const namedKey = dice.paper && dice.about % 2 === 0 ? 'e'.repeat(64) : null;
  const choices = factChoices[type] ?? [[]];
  const wild = dice.how === 'wild';
  const abouts: readonly (string | null)[] = wild
    ? [null, ...state.acts.map(({ hash }) => hash)]
    : (rowOf(type).about?.(state) ?? [null]);
  const about = pick(abouts, dice.about) ?? null;
  const steps = choices.flatMap((facts): Step[] => {
    const able: readonly Role[] = wild ? roles : rowOf(type).capacities(state, facts);
    return able.map((capacity) => ({ type, origin, facts: [...facts], about, capacity, namedKey }));
  });
  const [first, ...others] = [...steps.slice(dice.facts % Math.max(1, steps.length)), ...steps];
  const anything: Step = {
    type,
    origin,
    facts: [],
    about,
    namedKey,
    capacity: pick(roles, dice.capacity) ?? 'assessor',
  };
  if (first === undefined || wild) return pick(steps, dice.facts + dice.capacity) ?? anything;
  return [first, ...others].find((step) => judgeHeader(state, draftOf(step)).length === 0) ?? first;
};

/** The file as its author sees it: without the latest acts. */
const seenFrom = (history: readonly CaseFile[], behind: number): CaseFile =>
  history[Math.max(0, history.length - 1 - behind)] ?? emptyFile;

const play = (dice: readonly Throw[]): CaseFile => {
  const history: CaseFile[] = [emptyFile];
  for (const [index, one] of dice.entries()) {
    const file = history.at(-1) ?? emptyFile;
    const seen = seenFrom(history, one.behind);
    const step = stepOf(seen.state, one);
    history.push(put(file, step, { salt: `${index}`, seen: seen.state }));
  }
  return history.at(-1) ?? emptyFile;
};

const playLawfully = (dice: readonly Throw[]): CaseFile =>
  dice.reduce<CaseFile>((file, one) => {
    const step = stepOf(file.state, one);
    return judgeHeader(file.state, draftOf(step)).length === 0 ? add(file, step) : file;
  }, emptyFile);

const small = fc.nat({ max: 200 });
const throwOf = (hows: readonly Throw['how'][], behind: fc.Arbitrary<number>): fc.Arbitrary<Throw> =>
  fc.record({
    how: fc.constantFrom(...hows),
    type: small,
    facts: small,
    capacity: small,
    about: small,
    paper: fc.boolean(),
    behind,
  });

const length = { minLength: 5, maxLength: 45, size: 'max' } as const;

/** Any case: lawful and unlawful acts, also by authors who did not see the latest ones (forks). */
export const arbitraryCase = (): fc.Arbitrary<CaseFile> =>
  fc
    .array(throwOf(['due', 'due', 'lawful', 'lawful', 'wild'], fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 0, 1, 3)), length)
    .map(play);

/** A case of lawful acts alone, one after the other. */
export const lawfulCase = (): fc.Arbitrary<CaseFile> =>
  fc.array(throwOf(['due', 'due', 'due', 'lawful'], fc.constant(0)), length).map(playLawfully);

/** Any step, lawful or not, on a given case. */
export const arbitraryStep = (state: CaseState): fc.Arbitrary<Step> =>
  throwOf(['wild', 'wild', 'due', 'lawful'], fc.constant(0)).map((dice) => stepOf(state, dice));
