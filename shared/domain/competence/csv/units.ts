import { foldWords } from '../../../kernel/fold-text.ts';
import { learningUnitTitles } from '../kind-titles.ts';
import type { LearningUnit } from '../learning-record.ts';
import { readCode, readHundredths } from './values.ts';

/** What offices write for a unit besides its title, without case and signs. `jam` alone is an hour of the clock. */
const alsoNamed: Readonly<Record<LearningUnit, readonly string[]>> = {
  jp: ['j p', 'jpl', ...['jam pelajaran', 'jam pelatihan'].flatMap((name) => [name, `${name} jp`, `jp ${name}`])],
  hours: ['hour', 'jam 60 menit'],
  lessonHours: ['hour of 45 minutes'],
  days: ['day'],
  sessions: ['session'],
  semesters: ['smt'],
  activity: [],
};
const byName = new Map(
  Object.entries(alsoNamed).flatMap(([unit, names]) =>
    [...names, learningUnitTitles[unit as LearningUnit].toLowerCase()].map(
      (name) => [name, unit as LearningUnit] as const,
    ),
  ),
);

/** The unit that a text names; undefined when it is none. */
export const readUnit = (text: string): LearningUnit | undefined =>
  readCode(learningUnitTitles, text) ?? byName.get(foldWords(text));

/**
 * An amount in hundredths, with its unit behind it or not: `4 JP`, and said again in words or not: `4 (empat) JP`.
 * Another unit than its row's is none.
 */
export const readAmount = (text: string, unit: LearningUnit | undefined): number | undefined => {
  const typed = text.replace(/(?<=\d)\s*\([\p{L}\s]+\)/u, ' ').trim();
  const [, amount = typed, named] = /^([^\p{L}]+?)\s*(\p{L}.*)$/u.exec(typed) ?? [];
  return named !== undefined && readUnit(named) !== unit ? undefined : readHundredths(amount);
};
