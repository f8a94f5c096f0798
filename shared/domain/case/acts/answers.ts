import { type ActType, actTypes } from '../act-type.ts';
import { contentSchemas } from '../body.ts';
import { type PaperAnswer, paperAnswers } from '../content/follow-up.ts';
import { define, type HeaderDraft, type Intent } from '../definition.ts';
import { need, onEveryFile } from '../gates.ts';
import { actOf, type CaseState, disputedActs, emptyCase, type FoldedAct, waitingAct } from '../state.ts';
import { assigners } from './report.ts';

/** Answers of the named author; the others settle a denial. */
const byAuthor: readonly string[] = ['confirmed', 'denied'] satisfies PaperAnswer[];
/** Acts that were entered from paper in another's name: those that have effect, and those that wait for an answer. */
const asking = ({ waiting, acts, answers }: CaseState): readonly FoldedAct[] => [
  ...waiting.filter(({ hash }) => answers[hash] === undefined),
  ...acts.filter(({ asks }) => asks !== null),
];

/** Roles that settle a denial, as far as a case allows it: a head who assesses does not (law: answered). */
export const settlers = assigners(emptyCase);

const isByAuthor = (facts: readonly string[]): boolean => facts.some((fact) => byAuthor.includes(fact));

/** True for an answer by the author of what was entered: it is that key's to give, whoever holds the post by now. */
export const isOwnAnswer = ({ type, facts }: Pick<HeaderDraft, 'type' | 'facts'>): boolean =>
  type === 'paperAnswered' && isByAuthor(facts);

const isSettling = (facts: readonly string[] | null): boolean => facts !== null && !isByAuthor(facts);

/** Whether an answer denies once more what the unit let stand after a denial. */
const isDeniedAgain = ({ acts }: CaseState, { about, facts }: Intent): boolean =>
  about !== null &&
  (facts?.includes('denied') ?? false) &&
  acts.some((act) => act.type === 'paperAnswered' && act.about === about && act.facts.includes('stands'));

/** Whether an answer is its capacity's to give: the author's own, or of a denial that has to be settled. */
const isTheirs = (state: CaseState, { about, capacity, facts }: Intent): boolean => {
  if (about === null || capacity === null || facts === null) return true;
  if (isSettling(facts)) return disputedActs(state).some(({ hash }) => hash === about);
  return (actOf(state, about) ?? waitingAct(state, about))?.capacity === capacity;
};

/**
 * The named author of an act from paper says whether it is true, by the own key; a denial of what has effect stops the
 * case until the head or the official has settled it (law: answered). The fold gives effect to what waited, and takes
 * it from what was withdrawn.
 */
export const paperAnswered = define<'paperAnswered'>({
  content: contentSchemas.paperAnswered,
  rule: 'answered',
  factRule: { one: [paperAnswers] },
  factFields: ['answer'],
  facts: ({ answer }) => [answer],
  capacities: (state, facts) =>
    // Who decides in the unit, with the paper at hand: never a head who assesses, about the own denial.
    isSettling(facts)
      ? assigners(state)
      : [...new Set([...asking(state).map(({ capacity }) => capacity), ...assigners(state)])],
  about: (state) => asking(state).map(({ hash }) => hash),
  aboutTypes: actTypes.filter((type: ActType) => type !== 'paperAnswered'),
  gates: [
    ...onEveryFile,
    need('nothingToAnswer', 'answered', null, (state) => asking(state).length > 0),
    need('answerNotYours', 'answered', null, isTheirs),
    need('alreadySettled', 'answered', null, (state, intent) => !isDeniedAgain(state, intent)),
  ],
  level: 'target',
  routes: 'target',
  paperEvidence: 'never',
  apply: ({ answers }, { about, facts }) => {
    const answer = paperAnswers.find((code) => facts.includes(code));
    return about === null || answer === undefined ? {} : { answers: { ...answers, [about]: answer } };
  },
});
