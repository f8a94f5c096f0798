import { expect, it } from 'vitest';
import { recordFields } from '../../../renderer/features/guidance/records/record-fields.ts';
import { coachingSample, mentoringSample, preCoachingSample, summarySample } from '../../fixtures/guidance.ts';

const words = { t: (key: string) => key, date: (day: string) => `hari ${day}` };
const shownIn = (content: Parameters<typeof recordFields>[0]) =>
  recordFields(content, words).map(([label, text]) => `${label}: ${text}`);

it('a coaching on the screen has its date, as on paper', () => {
  const coaching = coachingSample();
  expect(shownIn(coaching)).toContain(`guidance.field.date: hari ${coaching.date}`);
});

const summary = { ...summarySample(), place: 'Ruang rapat contoh', response: 'Tanggapan contoh' };

it('a feedback summary on the screen has its place, as on paper', () => {
  expect(shownIn(summary)).toContain('guidance.field.place: Ruang rapat contoh');
});

/** All texts of a content, however deep. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
};

it.each([
  ['coaching', coachingSample({ alternatives: 'Alternatif contoh', dueDate: '2026-07-01' })],
  ['pre-coaching', preCoachingSample],
  ['summary', summary],
])('every text of a %s is shown', (_kind, { kind, ...content }) => {
  const shown = shownIn({ kind, ...content } as Parameters<typeof recordFields>[0]).join('\n');
  expect(textsIn(content).filter((text) => !shown.includes(text))).toEqual([]);
});

it('a mentoring shows each session of its log with how long it took', () => {
  const [entry] = mentoringSample.log;
  const log = [
    { ...entry!, minutes: 45 },
    { ...entry!, minutes: null },
  ];
  const { activity, result, date } = entry!;
  expect(shownIn({ ...mentoringSample, log }).slice(-2)).toEqual([
    `hari ${date}: ${activity}: ${result}\nguidance.field.minutes: 45`,
    `hari ${date}: ${activity}: ${result}`,
  ]);
});
