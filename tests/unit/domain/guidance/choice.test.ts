import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { askedQuestions, type ChoiceAnswers, openQuestions, recommend } from '@shared/domain/guidance/choice.ts';
import {
  type ChoiceRowId,
  careerWishes,
  choiceOutcomes,
  choiceQuestions,
  choiceRows,
  disputedRows,
  gapCauses,
  gapMatters,
  performanceLevels,
} from '@shared/domain/guidance/choice-rows.ts';
import { guidanceSources } from '@shared/domain/guidance/rules.ts';
import { describe, expect, test } from 'vitest';

/** Every full answer set: without a gap, cause and matter are not asked. */
const everyAnswerSet = (): ChoiceAnswers[] =>
  careerWishes.flatMap((career) =>
    performanceLevels.flatMap((performance) => [
      { gap: 'none' as const, career, performance },
      ...(['small', 'large'] as const).flatMap((gap) =>
        gapCauses.flatMap((cause) => gapMatters.map((matter) => ({ gap, cause, matter, career, performance }))),
      ),
    ]),
  );

const heldRows = (answers: ChoiceAnswers): ChoiceRowId[] =>
  recommend(answers).flatMap(({ grounds }) => grounds.filter(({ holds }) => holds).map(({ row }) => row.id));
const outcomes = (answers: ChoiceAnswers): string[] => recommend(answers).map(({ outcome }) => outcome);

const small = { gap: 'small', cause: 'skill', matter: 'skill', career: 'none', performance: 'at' } as const;
const large = { ...small, gap: 'large' } as const;
const noGap = { gap: 'none', career: 'none', performance: 'at' } as const;

/** For each row: answers with which it holds, and the one answer that makes it hold no more. */
const cases: Readonly<Record<ChoiceRowId, readonly [ChoiceAnswers, ChoiceAnswers]>> = {
  coachingSmallMotivation: [{ ...small, cause: 'motivation' }, { gap: 'large' }],
  coachingLargeMotivation: [{ ...large, cause: 'motivation' }, { gap: 'small' }],
  coachingSmallSkill: [small, { gap: 'large' }],
  coachingCareer: [{ ...noGap, career: 'deepen' }, { career: 'none' }],
  coachingUnclear: [{ ...large, cause: 'unclear' }, { cause: 'behaviour' }],
  coachingMeans: [{ ...small, cause: 'means' }, { cause: 'privateMatter' }],
  mentoringLargeSkill: [large, { gap: 'small' }],
  mentoringCareer: [{ ...small, career: 'moveUp' }, { career: 'none' }],
  mentoringAboveAverage: [{ ...noGap, performance: 'above' }, { performance: 'at' }],
  counsellingBehaviour: [{ ...large, cause: 'behaviour', matter: 'behaviour' }, { cause: 'motivation' }],
  counsellingFeedbackFirst: [{ ...small, cause: 'behaviour' }, { cause: 'unclear' }],
  counsellingPrivateAtWork: [{ ...small, cause: 'privateMatter', matter: 'behaviour' }, { matter: 'skill' }],
  trainingTechnical: [large, { matter: 'behaviour' }],
  trainingSociocultural: [{ ...small, matter: 'behaviour' }, { matter: 'skill' }],
  trainingMoveUp: [{ ...noGap, career: 'moveUp' }, { career: 'deepen' }],
  trainingOtherField: [{ ...noGap, career: 'otherField' }, { career: 'deepen' }],
  talkUnclear: [{ ...small, cause: 'unclear' }, { cause: 'skill' }],
  talkMeans: [{ ...large, cause: 'means' }, { cause: 'skill' }],
  talkPrivate: [{ ...small, cause: 'privateMatter' }, { cause: 'skill' }],
  talkLargeMotivation: [{ ...large, cause: 'motivation' }, { gap: 'small' }],
  talkBehaviourSeen: [{ ...small, cause: 'motivation', matter: 'behaviour' }, { cause: 'behaviour' }],
  talkNoGapBelow: [{ ...noGap, performance: 'below' }, { performance: 'at' }],
  talkLargeGapAbove: [{ ...large, performance: 'above' }, { gap: 'small' }],
  noneNeeded: [noGap, { career: 'deepen' }],
};

describe('the rows of the decision table', () => {
  test.each(choiceRows.map(({ id }) => id))('%s holds for its answers and not for others', (id) => {
    const [answers, change] = cases[id];
    expect(heldRows(answers)).toContain(id);
    expect(heldRows({ ...answers, ...change })).not.toContain(id);
  });

  test('each is reached, has a name of its own, a source, and conditions on questions that there are', () => {
    const reached = new Set(everyAnswerSet().flatMap(heldRows));
    expect(choiceRows.filter(({ id }) => !reached.has(id))).toEqual([]);
    expect(new Set(choiceRows.map(({ id }) => id)).size).toBe(choiceRows.length);
    for (const { source, recommends, when } of choiceRows) {
      expect(guidanceSources).toContain(source);
      expect(choiceOutcomes).toContain(recommends);
      for (const [question, wanted] of Object.entries(when)) {
        const answers: readonly unknown[] = [...choiceQuestions[question as keyof typeof choiceQuestions], null];
        expect((wanted as readonly unknown[]).filter((answer) => !answers.includes(answer))).toEqual([]);
      }
    }
  });

  test.each(['id', 'en'])('rows, sources, outcomes, questions and answers have texts (%s)', (language) => {
    const file = join(resolve(import.meta.dirname, '../../../../shared/i18n'), language, 'guidance-choice.json');
    const { row, source, outcome, question, answer } = JSON.parse(readFileSync(file, 'utf8')).guidanceChoice;
    expect(Object.keys(row).sort()).toEqual(choiceRows.map(({ id }) => id).sort());
    expect(Object.keys(source).sort()).toEqual([...guidanceSources].sort());
    expect(Object.keys(outcome).sort()).toEqual([...choiceOutcomes].sort());
    expect(Object.keys(question).sort()).toEqual(Object.keys(choiceQuestions).sort());
    for (const [name, answers] of Object.entries(choiceQuestions))
      expect(Object.keys(answer[name]).sort()).toEqual([...answers].sort());
    for (const text of Object.values<string>(row)) expect(text.length).toBeGreaterThan(40);
  });
});

describe('what is recommended', () => {
  test('every full answer set gives something, each form once, with at least one ground that holds', () => {
    const sets = everyAnswerSet();
    expect(sets).toHaveLength(12 + 2 * 6 * 2 * 12);
    for (const answers of sets) {
      const given = recommend(answers);
      expect(given.length).toBeGreaterThan(0);
      expect(new Set(given.map(({ outcome }) => outcome)).size).toBe(given.length);
      for (const { grounds } of given) expect(grounds.some(({ holds }) => holds)).toBe(true);
      expect(given.map(({ rank }) => rank)).toEqual([...given.map(({ rank }) => rank)].sort().reverse());
    }
  });

  test('any part of the answers is taken, and no answer at all recommends nothing', () => {
    const questions = Object.keys(choiceQuestions) as (keyof typeof choiceQuestions)[];
    for (const answers of everyAnswerSet())
      for (let kept = 0; kept < 1 << questions.length; kept += 1) {
        const some = Object.fromEntries(Object.entries(answers).filter((_, index) => (kept >> index) & 1));
        const before = new Set(heldRows(answers));
        // What holds for a part holds for all of it.
        expect(heldRows(some).filter((id) => !before.has(id))).toEqual([]);
      }
    expect(recommend({})).toEqual([]);
  });

  test('a large gap from lack of skill: mentoring first, then training', () => {
    expect(outcomes(large)).toEqual(['mentoring', 'training']);
  });

  test('where sources differ, both grounds are shown, with the one that holds', () => {
    const grounds = (answers: ChoiceAnswers) =>
      recommend(answers)
        .filter(({ outcome, disputed }) => outcome === 'mentoring' && disputed)
        .flatMap((found) => found.grounds.map(({ row, holds }) => [row.id, row.source, holds]));
    const [byGap, byPerformance] = [
      ['mentoringLargeSkill', 'article'],
      ['mentoringAboveAverage', 'strategy'],
    ];
    expect(grounds({ ...large, performance: 'below' })).toEqual([
      [...byGap!, true],
      [...byPerformance!, false],
    ]);
    expect(grounds({ ...noGap, performance: 'above' })).toEqual([
      [...byPerformance!, true],
      [...byGap!, false],
    ]);
    expect(grounds({ ...large, performance: 'above' })).toEqual([
      [...byGap!, true],
      [...byPerformance!, true],
    ]);
    expect(recommend({ ...noGap, career: 'deepen' }).some(({ disputed }) => disputed)).toBe(false);
  });

  test('disputed rows recommend the same form on different sources', () => {
    for (const group of disputedRows) {
      const rows = choiceRows.filter(({ id }) => group.includes(id));
      expect(rows).toHaveLength(group.length);
      expect(new Set(rows.map(({ recommends }) => recommends)).size).toBe(1);
      expect(new Set(rows.map(({ source }) => source)).size).toBe(rows.length);
    }
  });

  test('behaviour leads to konseling and says that feedback comes first', () => {
    const [first] = recommend({ ...small, cause: 'behaviour', matter: 'behaviour' });
    expect(first?.outcome).toBe('counselling');
    expect(first?.grounds.map(({ row }) => row.source)).toEqual(['article', 'R6']);
  });

  test('without a gap neither cause nor matter is asked or counts', () => {
    expect(askedQuestions({ gap: 'none' })).toEqual(['gap', 'career', 'performance']);
    expect(openQuestions({ gap: 'none', career: 'none' })).toEqual(['performance']);
    expect(openQuestions({})).toEqual(['gap', 'cause', 'matter', 'career', 'performance']);
    expect(outcomes({ ...large, gap: 'none' })).toEqual(['noneNeeded']);
  });
});

test.each([
  ['id', 'usulan Bilik'],
  ['en', 'proposal of Bilik'],
])('what is ours in a row of a regulation is told as ours: note date and facts (%s)', (language, own) => {
  const path = join(resolve(import.meta.dirname, '../../../../shared/i18n'), language, 'guidance-choice.json');
  const text: string = JSON.parse(readFileSync(path, 'utf8')).guidanceChoice.row.talkBehaviourSeen;
  const [quoted, ours, ...more] = text.split(/(?<=\.) /);
  expect(quoted).not.toContain(own);
  expect(ours).toMatch(new RegExp(`\\(${own}\\)\\.$`));
  expect(more).toEqual([]);
});
