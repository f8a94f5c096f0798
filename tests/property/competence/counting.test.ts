import { countRecords } from '@shared/domain/competence/count.ts';
import { type LearningRecord, learningUnits } from '@shared/domain/competence/learning-record.ts';
import { activitiesOf, isSameActivity } from '@shared/domain/competence/same-activity.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversionRow, idOf, learning, version } from '../../fixtures/learning.ts';

const today = '2026-11-26';
const kinds = ['coaching', 'mentoring', 'eLearning', 'distanceTraining'] as const;
const day = fc.constantFrom(
  '2024-12-31',
  '2025-01-01',
  '2025-12-31',
  '2026-01-01',
  '2026-03-02',
  '2026-03-03',
  '2026-12-01',
);

const anyRecord = fc.record({
  kind: fc.constantFrom(...kinds),
  title: fc.constantFrom('Data', 'data ', 'Arsip'),
  days: fc.tuple(day, day),
  unit: fc.constantFrom(...learningUnits),
  amount: fc.integer({ min: 1, max: 3000 }),
  certificateNumber: fc.constantFrom('', '', 'S-1', 'S-2'),
  proofs: fc.nat(2),
  abroad: fc.boolean(),
  withdrawn: fc.constantFrom(null, null, null, 'Salah'),
});

const records = fc.array(anyRecord, { maxLength: 14 }).map((given) =>
  given.map(({ days, proofs, ...rest }, index): LearningRecord => {
    const [from = '', to = ''] = [...days].sort();
    const evidence = Array.from({ length: proofs }, (_, proof) => idOf(1000 + proof));
    return learning(index + 1, { ...rest, from, to, evidence });
  }),
);

const rows = kinds.flatMap((kind, index) =>
  (['hours', 'days'] as const).map((unit) =>
    conversionRow({
      kind,
      unit,
      jpPerUnit: 100 + index * 50,
      yearlyMaximum: index === 1 ? 1500 : null,
      evidenceRequired: index === 2,
    }),
  ),
);
const versions = [version(1, { fromYear: 2020, rows })];
const limited = kinds.flatMap((kind, index) =>
  (['hours', 'sessions'] as const).map((unit) =>
    conversionRow({
      ...{ kind, unit, jpPerUnit: 100, jpPerUnitAbroad: 150, dailyMaximum: index === 1 ? null : 300 },
      monthlyMaximum: index === 2 ? null : 700,
      yearlyMaximum: index === 3 ? 900 : null,
    }),
  ),
);
const limits = [version(1, { fromYear: 2020, rows: limited })];
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('counting', () => {
  it('counts every record once, in the year of its last day, and nothing that stands twice', () => {
    fc.assert(
      fc.property(records, (given) => {
        const counted = countRecords(given, versions, today);
        expect(counted.map(({ recordId }) => recordId)).toEqual(given.map(({ recordId }) => recordId));
        const standing = given.filter(({ withdrawn, to }) => withdrawn === null && to <= today);
        const earns = new Set(counted.filter(({ jp }) => jp > 0).map(({ recordId }) => recordId));
        const earning = activitiesOf(standing).filter(({ recordId }) => earns.has(recordId));
        for (const [index, a] of earning.entries()) {
          for (const b of earning.slice(index + 1)) expect(isSameActivity(a, b)).toBe(false);
        }
        for (const [index, { year, jp, verdict }] of counted.entries()) {
          expect(String(year)).toBe(given[index]?.to.slice(0, 4));
          if (!['counted', 'capped', 'stated'].includes(verdict)) expect(jp).toBe(0);
        }
      }),
    );
  });

  it.each([
    ['by a table with a maximum of years', versions],
    ['by one with a maximum of each kind', limits],
  ])('does not depend on the order in which records are given, %s', (_, table) => {
    fc.assert(
      fc.property(records, fc.nat(), (given, turn) => {
        const by = (list: readonly LearningRecord[]) =>
          countRecords(list, table, today)
            .map((counted) => JSON.stringify(counted))
            .sort();
        const at = given.length === 0 ? 0 : turn % given.length;
        expect(by([...given.slice(at), ...given.slice(0, at)].reverse())).toEqual(by(given));
      }),
    );
  });

  it('gives a record never more than it earns alone, whatever is taken back beside it', () => {
    fc.assert(
      fc.property(records, fc.nat(), (given, which) => {
        const alone = new Map(given.map((record) => [record.recordId, countRecords([record], versions, today)[0]?.jp]));
        const taken = given.length === 0 ? -1 : which % given.length;
        const left = given.map((record, index) => (index === taken ? { ...record, withdrawn: 'Salah' } : record));
        for (const { recordId, jp } of countRecords(left, versions, today)) {
          expect(jp).toBeLessThanOrEqual(alone.get(recordId) ?? 0);
        }
      }),
    );
  });

  it('of unrelated records does not depend on which was entered first', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 8 }), (given) => {
        const unrelated = given.map(({ days, proofs, ...rest }, index) => {
          const [from = '', to = ''] = [...days].sort();
          const evidence = proofs === 0 ? [] : [idOf(1000)];
          // Each has a title of its own, no certificate, and a kind without a maximum.
          return {
            ...rest,
            kind: 'mentoring' as const,
            title: `Judul ${index}`,
            certificateNumber: '',
            from,
            to,
            evidence,
          };
        });
        const enter = (order: (index: number) => number) =>
          unrelated.map((record, index) => learning(order(index) + 1, { ...record, recordId: idOf(index + 1) }));
        const free = [version(1, { fromYear: 2020, rows: [conversionRow({ kind: 'mentoring' })] })];
        expect(
          countRecords(
            enter((index) => unrelated.length - index),
            free,
            today,
          ),
        ).toEqual(
          countRecords(
            enter((index) => index),
            free,
            today,
          ),
        );
      }),
    );
  });

  it('stays within the yearly maximum', () => {
    fc.assert(
      fc.property(records, (given) => {
        const counted = countRecords(given, versions, today);
        for (const { kind, unit, yearlyMaximum } of rows) {
          if (yearlyMaximum === null) continue;
          for (const year of [2024, 2025, 2026]) {
            const jp = counted.filter(
              (it, index) => it.year === year && given[index]?.kind === kind && given[index]?.unit === unit,
            );
            expect(sum(jp.map((it) => it.jp))).toBeLessThanOrEqual(yearlyMaximum);
          }
        }
      }),
    );
  });

  it('stays within the maximum of any days, months and years', () => {
    fc.assert(
      fc.property(records, (given) => {
        const counted = countRecords(given, limits, today);
        for (const { kind, unit, dailyMaximum, monthlyMaximum, yearlyMaximum } of limited) {
          const ofRow = given.flatMap((record, index) =>
            record.kind === kind && record.unit === unit ? [{ ...record, jp: counted[index]?.jp ?? 0 }] : [],
          );
          /** JP of what lies within these days. */
          const within = (first: string, last: string): number =>
            sum(ofRow.filter(({ from, to }) => from >= first && to <= last).map(({ jp }) => jp));
          for (const first of ofRow) {
            for (const last of ofRow.filter(({ to }) => to >= first.from)) {
              const days = (Date.parse(last.to) - Date.parse(first.from)) / 86_400_000 + 1;
              const [from, to] = [first.from, last.to].map(
                (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)),
              );
              const inDays = within(first.from, last.to);
              expect(inDays).toBeLessThanOrEqual(days * (dailyMaximum ?? 1_000_000));
              expect(inDays).toBeLessThanOrEqual(((to ?? 0) - (from ?? 0) + 1) * (monthlyMaximum ?? 1_000_000));
            }
            const year = first.to.slice(0, 4);
            const inYear = sum(ofRow.filter(({ to }) => to.startsWith(year)).map(({ jp }) => jp));
            expect(inYear).toBeLessThanOrEqual(yearlyMaximum ?? 1_000_000);
          }
        }
      }),
    );
  });

  it('counts by a table of before as it did: at home and abroad alike, cut by year alone', () => {
    fc.assert(
      fc.property(records, (given) => {
        const counted = countRecords(given, versions, today);
        expect(
          countRecords(
            given.map(({ abroad: _, ...record }) => record),
            versions,
            today,
          ),
        ).toEqual(counted);
        const uncut = [version(1, { fromYear: 2020, rows: rows.map((row) => ({ ...row, yearlyMaximum: null })) })];
        const earned = new Map(countRecords(given, uncut, today).map(({ recordId, jp }) => [recordId, jp]));
        const left = new Map<string, number>();
        const inOrder = [...given].sort((a, b) => a.to.localeCompare(b.to) || a.seq - b.seq);
        for (const { recordId, kind, unit, to } of inOrder) {
          const row = rows.find((one) => one.kind === kind && one.unit === unit);
          const key = `${to.slice(0, 4)} ${kind} ${unit}`;
          const room = left.get(key) ?? row?.yearlyMaximum ?? Number.POSITIVE_INFINITY;
          const jp = Math.min(earned.get(recordId) ?? 0, room);
          left.set(key, room - jp);
          expect(counted.find((one) => one.recordId === recordId)?.jp).toBe(jp);
        }
      }),
    );
  });

  it('is left as it was in past years by a later version', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 1, max: 500 }), (given, jpPerUnit) => {
        const next = version(2, { fromYear: 2026, rows: rows.map((row) => ({ ...row, jpPerUnit })) });
        const past = (list: ReturnType<typeof countRecords>) => list.filter(({ year }) => year < 2026);
        expect(past(countRecords(given, [...versions, next], today))).toEqual(
          past(countRecords(given, versions, today)),
        );
      }),
    );
  });
});
