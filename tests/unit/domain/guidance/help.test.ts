import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  barrierGroups,
  barrierLines,
  barrierParts,
  barriers,
  opportunities,
  partnerLines,
} from '@shared/domain/guidance/barriers.ts';
import { mentoringFormHelp, mentoringPrinciples, mentoringStageHelp } from '@shared/domain/guidance/mentoring-help.ts';
import { allQuestions, questionFields, questionStages, questionsOf } from '@shared/domain/guidance/questions.ts';
import { coachingContent } from '@shared/domain/guidance/record-contents.ts';
import { type TextTree, textPaths } from '@shared/i18n/index.ts';
import { describe, expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '../../../../shared/i18n');
const readTexts = (language: string, area: string): TextTree =>
  JSON.parse(readFileSync(join(folder, language, `${area}.json`), 'utf8'));
const textsIn = (language: string, area: string): Record<string, string> => {
  const tree = readTexts(language, area);
  return Object.fromEntries(
    textPaths(tree).map((path) => [
      path,
      path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], tree) as string,
    ]),
  );
};

const topics = [...questionStages, ...questionFields];
const questionKeys = allQuestions().map(({ textKey }) => textKey);

describe('the question bank', () => {
  test('has at least ten questions for each of Goal, Reality, Options and Will, and some for the rest', () => {
    for (const stage of ['goal', 'reality', 'options', 'will'] as const)
      expect(questionsOf(stage).length).toBeGreaterThanOrEqual(10);
    for (const topic of topics) expect(questionsOf(topic).length).toBeGreaterThanOrEqual(3);
  });

  test('has questions for the fields of the coaching form, in its order', () => {
    const { exploration, ...fields } = coachingContent.shape;
    const inForm = Object.keys(coachingContent.shape).flatMap((field) =>
      field === 'exploration' ? Object.keys(exploration.shape) : [field],
    );
    expect(inForm.filter((field) => questionFields.some((known) => known === field))).toEqual([...questionFields]);
    expect(Object.keys(fields)).toContain('adjustment');
  });

  test.each(['id', 'en'])(
    'every question has its text, and every text its question; none is there twice (%s)',
    (language) => {
      const texts = textsIn(language, 'guidance-questions');
      const expected = [...questionKeys, ...topics.map((topic) => `guidanceQuestions.topic.${topic}`)];
      expect(Object.keys(texts).sort()).toEqual(expected.sort());
      const asked = questionKeys.map((key) => texts[key] ?? '');
      expect(new Set(asked).size).toBe(asked.length);
      expect(asked.filter((text) => !text.endsWith('?'))).toEqual([]);
    },
  );
});

describe('help with obstacles and with mentoring', () => {
  const helpKeys = [
    ...barriers.flatMap(({ code }) => [
      `guidanceHelp.barrier.${code}.name`,
      ...barrierParts.flatMap((part) => barrierLines(code, part)),
    ]),
    ...partnerLines,
    ...barrierGroups.map((group) => `guidanceHelp.group.${group}`),
    ...barrierParts.map((part) => `guidanceHelp.part.${part}`),
    'guidanceHelp.noDiagnosis',
    'guidanceHelp.partnerTitle',
    ...mentoringStageHelp.flatMap(({ nameKey, textKey, checklist }) => [
      nameKey,
      textKey,
      ...checklist.map((point) => point.textKey),
    ]),
    ...mentoringFormHelp.flatMap(({ nameKey, textKey, fitsKey }) => [nameKey, textKey, fitsKey]),
    'guidanceHelp.principles',
    'guidanceHelp.opportunities',
    'guidanceHelp.opportunitiesHint',
    ...[...mentoringPrinciples, ...opportunities].flatMap(({ nameKey, textKey }) => [nameKey, textKey]),
  ];

  test.each(['id', 'en'])('every line has its text, and every text its line (%s)', (language) => {
    expect(Object.keys(textsIn(language, 'guidance-help')).sort()).toEqual([...helpKeys].sort());
  });

  test('each obstacle has signs, three to five lines to say, and a point to stop', () => {
    for (const { lines } of barriers) {
      expect(lines.signs).toBeGreaterThanOrEqual(3);
      expect(lines.say).toBeGreaterThanOrEqual(3);
      expect(lines.say).toBeLessThanOrEqual(5);
      expect(lines.stop).toBeGreaterThanOrEqual(1);
    }
    expect(barriers.filter(({ group }) => group === 'inner').map(({ code }) => code)).toEqual([
      'incapable',
      'negativeThinking',
      'guilt',
      'anger',
      'introversion',
    ]);
  });

  test('opportunities of coaching are development of competence and of what one undertakes, and no list to tick', () => {
    const texts = textsIn('id', 'guidance-help');
    expect(opportunities.map(({ nameKey }) => texts[nameKey])).toEqual([
      'Pengembangan kompetensi',
      'Pengembangan usaha',
    ]);
    expect(texts['guidanceHelp.opportunitiesHint']).toContain('bukan daftar yang dicentang');
    const page = readFileSync(join(folder, '../../renderer/features/guidance/file/HelpPart.tsx'), 'utf8');
    expect(page).toContain('guidanceHelp.opportunitiesHint');
    expect(page).not.toMatch(/Checkbox|Switch|Radio|Input|onChange/);
  });

  test('a coach values the effort, names what went well, and is a partner between sessions', () => {
    const texts = textsIn('id', 'guidance-help');
    const said = (keys: readonly string[]): string => keys.map((key) => texts[key]).join(' ');
    expect(texts['guidanceHelp.partnerTitle']).toContain('rekan yang menjaga komitmen');
    expect(said(partnerLines)).toMatch(/Hargai usaha, bukan hanya hasil/);
    expect(said(barrierLines('incapable', 'say'))).toMatch(/Sebut satu hal nyata yang dikerjakan dengan baik/);
  });

  test('method and technique suit the person: each obstacle is met in its own way', () => {
    const texts = textsIn('id', 'guidance-help');
    const ways = barriers.map(({ code }) => barrierLines(code, 'say').map((key) => texts[key]));
    expect(new Set(ways.flat()).size).toBe(ways.flat().length);
    expect(texts[barrierLines('incapable', 'say')[1] ?? '']).toMatch(/Pecah tugas/);
    expect(texts[barrierLines('introversion', 'say')[0] ?? '']).toMatch(/Kirim pertanyaan sehari sebelumnya/);
  });

  test.each([
    ['time', /bagian dari tugas Anda.*jadwal kerja Pegawai/],
    ['ability', /berkompeten.*pelatihan, workshop, atau mentoring bagi coach/],
    ['resistance', /Jelaskan untuk apa sesi ini dan mengapa penting/],
  ] as const)('of what is around a session, says what the source says: %s', (code, advice) => {
    const texts = textsIn('id', 'guidance-help');
    const lines = [...barrierLines(code, 'say'), ...barrierLines(code, 'stop')].map((key) => texts[key]);
    expect(lines.join(' ')).toMatch(advice);
  });

  test('the first stage of mentoring holds agreement, limits and confidentiality', () => {
    const [first] = mentoringStageHelp;
    expect(first?.stage).toBe('prescriptive');
    expect(first?.checklist.slice(0, 3).map(({ code }) => code)).toEqual(['agreement', 'limits', 'confidentiality']);
    expect(mentoringStageHelp).toHaveLength(4);
    expect(mentoringFormHelp).toHaveLength(4);
  });
});
