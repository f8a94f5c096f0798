import { z } from 'zod';
import { type CountColumn, hiddenCounts, smallGroup, type Told, tellCounts } from '../competence/small-groups.ts';
import { line } from '../fields.ts';
import { type GuidanceFile, goalStates, type ProgrammeObstacle } from '../guidance/working-file.ts';
import type { PersonInput } from '../identity/person.ts';
import { plainUnit, samePerson } from '../identity/same-person.ts';
import { unitGroups } from '../identity/unit-groups.ts';
import { type BenefitTally, benefitColumns, benefits } from './benefits.ts';
import { type Semester, semester, semesterOf } from './semester.ts';

type GoalState = (typeof goalStates)[number];

/** What is counted of coaching and mentoring, in the order in which it is shown. */
export const guidanceCounts = [
  'people',
  'coaching',
  'mentoring',
  'open',
  'met',
  'partly',
  'notMet',
  'time',
  'ability',
  'resistance',
] as const satisfies readonly ('people' | GuidanceFile['kind'] | GoalState | ProgrammeObstacle['kind'])[];
export type GuidanceCount = (typeof guidanceCounts)[number];

/** What is counted of nameless sheets. */
export const benefitCounts = ['sheets', ...benefits] as const;
export type BenefitCount = (typeof benefitCounts)[number];

type PeopleOf = `of-${GuidanceCount}`;
const peopleOf = (key: GuidanceCount): PeopleOf => `of-${key}`;

const isGoalState = (key: GuidanceCount): boolean => (goalStates as readonly string[]).includes(key);

/**
 * Columns of the table by unit: nothing is told of fewer than five people, however much there is of it. How goals ended
 * says something of everyone also where it is none.
 */
const columns: readonly CountColumn<GuidanceCount, PeopleOf>[] = guidanceCounts.map((key) =>
  key === 'people' ? { key } : { key, by: peopleOf(key), ...(isGoalState(key) && { hidesNone: true as const }) },
);

/** Something that happened once in a file, with those whom it is about. */
interface Event {
  readonly unit: string;
  readonly key: Exclude<GuidanceCount, 'people'>;
  readonly people: readonly PersonInput[];
}

/** The unit of all who take part; empty where there are several, or none is known. */
const unitOf = ({ participants }: GuidanceFile): string => {
  const [first] = participants;
  const isOne = participants.every(({ unit }) => plainUnit(unit) === plainUnit(first?.unit ?? ''));
  return isOne ? (first?.unit ?? '') : '';
};

/**
 * What of a coaching or mentoring counts in a half-year: each session held in it once, a group too; goals due in it as
 * they stand; the obstacles of a file with a session in it, since they have no day.
 */
const eventsOf = (file: GuidanceFile, period: Semester): Event[] => {
  if (file.kind !== 'coaching' && file.kind !== 'mentoring') return [];
  const { kind } = file;
  const all = { unit: unitOf(file), people: file.participants };
  const held = file.sessions.filter(({ state, date }) => state === 'held' && semesterOf(date) === period);
  const due = file.goals.filter((goal) => semesterOf(goal.due) === period);
  return [
    ...held.map((): Event => ({ ...all, key: kind })),
    ...due.map(({ state }): Event => ({ ...all, key: state })),
    ...(held.length === 0 ? [] : file.obstacles).map((obstacle): Event => ({ ...all, key: obstacle.kind })),
  ];
};

/** So many different people. */
const countPeople = (people: readonly PersonInput[]): number =>
  people.filter((one, at) => people.findIndex((other) => other === one || samePerson(other, one)) === at).length;

const told = z.union([
  z.literal(0),
  z
    .number()
    .int()
    .min(smallGroup + 1),
  z.enum(hiddenCounts),
]);

const toldShape = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, told])) as Record<K, typeof told>;

/** Most units of one table. */
export const maxUnits = 500;

const tableOf = <K extends string>(keys: readonly K[]) => {
  const counts = z.strictObject(toldShape(keys));
  return z.strictObject({
    units: z
      .array(z.strictObject({ unit: line(), counts }))
      .max(maxUnits)
      .refine((units) => new Set(units.map(({ unit }) => plainUnit(unit))).size === units.length),
    total: counts,
  });
};

/** What leaves a vault of its programme: counts by unit with small groups hidden, and nothing else. */
export const figures = z.strictObject({
  period: semester,
  guidance: tableOf(guidanceCounts),
  benefits: tableOf(benefitCounts),
});
export type Figures = z.output<typeof figures>;

/** A table by unit as it is told. */
export interface UnitTable<K extends string> {
  readonly units: readonly { readonly unit: string; readonly counts: Readonly<Record<K, Told>> }[];
  readonly total: Readonly<Record<K, Told>>;
}

/** Rows by unit, however it is written, in the order of their names: it must not hang on any count. */
const byUnit = <T extends { readonly unit: string }>(all: readonly T[]): { unit: string; rows: T[] }[] => {
  const spellings = new Map<string, number>();
  for (const { unit } of all) spellings.set(unit, (spellings.get(unit) ?? 0) + 1);
  const groups = unitGroups([...spellings].sort().map(([unit, people]) => ({ unit, people })));
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { unit }]) => ({ unit, rows: all.filter((row) => plainUnit(row.unit) === key) }));
};

const tableFrom = <K extends string, B extends string>(
  rows: readonly { readonly unit: string; readonly counts: Readonly<Record<K | B, number>> }[],
  tableColumns: readonly CountColumn<K, B>[],
): UnitTable<K> => {
  const { rows: shown, total } = tellCounts<K, B>(
    rows.map(({ counts }) => counts),
    tableColumns,
  );
  return {
    units: rows.map(({ unit }, at) => ({ unit, counts: shown[at] as Readonly<Record<K, Told>> })),
    total,
  };
};

const countEvents = (events: readonly Event[]): Readonly<Record<GuidanceCount | PeopleOf, number>> => {
  const counts = {} as Record<GuidanceCount | PeopleOf, number>;
  for (const key of guidanceCounts) {
    const of = key === 'people' ? events : events.filter((event) => event.key === key);
    const people = countPeople(of.flatMap((event) => event.people));
    counts[key] = key === 'people' ? people : of.length;
    counts[peopleOf(key)] = people;
  }
  return counts;
};

const countSheets = (tallies: readonly BenefitTally[]): Readonly<Record<BenefitCount, number>> => {
  const sum = (key: BenefitCount): number => tallies.reduce((all, tally) => all + tally[key], 0);
  return Object.fromEntries(benefitCounts.map((key) => [key, sum(key)])) as Record<BenefitCount, number>;
};

/**
 * Events with those of units in which few took part together, in no unit's name: that such a unit is named at all would
 * tell of a unit of one person who it is.
 */
const withoutSmallUnits = (events: readonly Event[]): readonly Event[] => {
  const small = byUnit(events)
    .filter(({ rows }) => countPeople(rows.flatMap(({ people }) => people)) <= smallGroup)
    .map(({ unit }) => plainUnit(unit));
  return events.map((event) => (small.includes(plainUnit(event.unit)) ? { ...event, unit: '' } : event));
};

/**
 * Figures of a half-year out of working papers and tallies, as they may be told (law: smallGroups, figuresLeave). Takes
 * all of a vault; gives nothing that names a person, a file or a subject.
 */
export const tellFigures = (
  files: readonly GuidanceFile[],
  tallies: readonly BenefitTally[],
  period: Semester,
): {
  readonly period: Semester;
  readonly guidance: UnitTable<GuidanceCount>;
  readonly benefits: UnitTable<BenefitCount>;
} => {
  const events = byUnit(withoutSmallUnits(files.flatMap((file) => eventsOf(file, period))));
  const sheets = byUnit(tallies.filter((tally) => tally.period === period));
  return {
    period,
    guidance: tableFrom<GuidanceCount, PeopleOf>(
      events.map(({ unit, rows }) => ({ unit, counts: countEvents(rows) })),
      columns,
    ),
    benefits: tableFrom<BenefitCount, never>(
      sheets.map(({ unit, rows }) => ({ unit, counts: countSheets(rows) })),
      benefitColumns,
    ),
  };
};
