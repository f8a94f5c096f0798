import { benefitTally, leastSheets } from '@shared/domain/programme/benefits.ts';
import { type Figures, figures, tellFigures } from '@shared/domain/programme/figures.ts';
import { joinCounts, joinTables } from '@shared/domain/programme/joined.ts';
import { daysOf, isOver, semester, semesterBefore, semesterOf } from '@shared/domain/programme/semester.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFiguresFile, writeFiguresFile } from '../../../../electron/backend/formats/package/figures-file.ts';
import { coachings, staffOf } from '../../../fixtures/programme-figures.ts';

// law: figuresLeave, smallGroups. What leaves a vault of its programme is counts by unit, and none that points at
// anybody.

const period = '2026-1';
const sheets = (unit: string, count: number, ticks: number, at = period) => ({
  period: at,
  unit,
  sheets: count,
  productivity: ticks,
  creativity: ticks,
  satisfaction: ticks,
  engagement: ticks,
});

describe('a half-year', () => {
  it('is one of two that never overlap, and is over after its last day', () => {
    expect(['2026-06-30', '2026-07-01', ''].map(semesterOf)).toEqual(['2026-1', '2026-2', '']);
    expect(daysOf('2026-2')).toEqual({ first: '2026-07-01', last: '2026-12-31' });
    expect([semesterBefore('2026-2'), semesterBefore('2026-1')]).toEqual(['2026-1', '2025-2']);
    expect([isOver('2026-1', '2026-06-30'), isOver('2026-1', '2026-07-01')]).toEqual([false, true]);
    expect(['2026-3', '2026', '1800-1', '2026-1 '].filter((text) => semester.safeParse(text).success)).toEqual([]);
  });
});

describe('figures of a vault', () => {
  it('count sessions held, goals due and people of a unit, in their half-year', () => {
    const files = coachings({ unit: 'Bidang Peragaan', people: 6, sessions: 2, goals: ['met'] });
    const { guidance } = tellFigures(files, [], period);
    expect(guidance.units).toEqual([
      {
        unit: 'Bidang Peragaan',
        counts: expect.objectContaining({ people: 6, coaching: 12, mentoring: 0, met: 6, notMet: 'small', time: 0 }),
      },
    ]);
    expect(tellFigures(files, [], '2026-2').guidance.units).toEqual([]);
  });

  it('count a group once, of several units in a row of its own', () => {
    const [first] = coachings({ unit: 'Bidang A', people: 1, sessions: 5 });
    const group = { ...first!, participants: [...staffOf('Bidang A', 3), ...staffOf('Bidang B', 3)] };
    const { units, total } = tellFigures([group], [], period).guidance;
    expect(units.map(({ unit, counts }) => [unit, counts.people, counts.coaching])).toEqual([['', 6, 5]]);
    expect(total.coaching).toBe(5);
  });

  // The attack: five sessions are no small number, yet all are of one person.
  it('tell nothing of a unit in which few took part, however much it was', () => {
    const files = coachings({ unit: 'Pos Kecil', people: 1, sessions: 9, goals: ['notMet', 'notMet', 'notMet'] });
    const [row] = tellFigures(files, [], period).guidance.units;
    expect(Object.values(row!.counts).filter((count) => typeof count === 'number' && count > 0)).toEqual([]);
  });

  // The attack: a unit of one person, whose being named at all tells who is coached.
  it('name no unit in which few took part: those stand together, without a name', () => {
    const of = (unit: string, people: number) => coachings({ unit, people, sessions: 1 });
    const { units, total } = tellFigures(
      [...of('Kepala Bidang Data', 1), ...of('Pos Kecil', 4), ...of('Bidang Besar', 6)],
      [],
      period,
    ).guidance;
    expect(units.map(({ unit, counts }) => [unit, counts.people])).toEqual([
      ['', 5],
      ['Bidang Besar', 6],
    ]);
    expect(total.people).toBe(11);
    const alone = tellFigures(of('Kepala Bidang Data', 1), [], period).guidance.units;
    expect(alone.map(({ unit, counts }) => [unit, counts.people])).toEqual([['', 'small']]);
  });

  // The attack: the unit is large, but all goals that were missed are of one person in it.
  it('tell nothing of a count to which few contribute in a large unit', () => {
    const unit = 'Bidang Besar';
    const files = [
      ...coachings({ unit, people: 7, sessions: 1, goals: ['met'] }),
      ...coachings({ unit, people: 1, sessions: 1, goals: Array.from({ length: 8 }, () => 'notMet' as const) }),
    ];
    const [row] = tellFigures(files, [], period).guidance.units;
    expect(row?.counts).toMatchObject({ people: 7, coaching: 8, met: 7, notMet: 'withheld' });
  });

  // The attack: all answered alike, so whoever knows who took part knows each answer.
  it('never tell that all goals ended alike, or that nobody or everybody ticked a benefit', () => {
    const files = coachings({ unit: 'Bidang A', people: 6, sessions: 1, goals: ['notMet'] });
    const told = tellFigures(files, [sheets('Bidang A', 12, 12), sheets('Bidang B', 12, 0)], period);
    expect(told.guidance.units[0]?.counts).toMatchObject({ notMet: 6, met: 'small', partly: 'small', open: 'small' });
    for (const { counts } of told.benefits.units) expect(typeof counts.satisfaction).toBe('string');
    expect(tellFigures([], [sheets('Bidang A', 12, 6)], period).benefits.units[0]?.counts.satisfaction).toBe(6);
  });

  it('name no person, file or subject', () => {
    const files = coachings({ unit: 'Bidang A', people: 6, sessions: 2, goals: ['met'] });
    const told = JSON.stringify(tellFigures(files, [sheets('Bidang A', 9, 5)], period));
    const words = files.flatMap(({ participants, leader, topic, need }) => [
      ...participants.map(({ name }) => name),
      leader.name,
      leader.nip,
      topic,
      need,
    ]);
    expect(words.filter((word) => word !== '' && told.includes(word))).toEqual([]);
  });

  it('hold no small count, whatever was recorded, and are read back as they were written', () => {
    const unit = fc.constantFrom('A', 'B', 'C', 'D');
    const state = fc.constantFrom('open' as const, 'met' as const, 'partly' as const, 'notMet' as const);
    const guided = fc.record({
      unit,
      people: fc.integer({ min: 1, max: 7 }),
      sessions: fc.integer({ min: 0, max: 3 }),
      goals: fc.array(state, { maxLength: 3 }),
    });
    const tally = fc
      .record({ unit, sheets: fc.integer({ min: leastSheets, max: 25 }), ticks: fc.nat(25) })
      .map(({ unit: of, sheets: count, ticks }) => sheets(of, count, Math.min(count, ticks)));
    fc.assert(
      fc.property(fc.array(guided, { maxLength: 4 }), fc.array(tally, { maxLength: 4 }), (groups, tallies) => {
        const files = groups.flatMap((group) => coachings(group));
        const told = figures.parse(tellFigures(files, tallies, period));
        expect(readFiguresFile(writeFiguresFile(told))).toEqual(told);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a file of figures', () => {
  const good = (): Figures =>
    figures.parse(tellFigures(coachings({ unit: 'A', people: 6, sessions: 1 }), [sheets('A', 12, 6)], period));

  // The attack: another program, or another hand, writes what this one would never tell.
  it.each([
    ['a small count', (told: Figures) => void Object.assign(told.guidance.units[0]!.counts, { people: 3 })],
    ['a name beside the counts', (told: Figures) => void Object.assign(told.guidance.units[0]!, { name: 'Siapa' })],
    ['a count beside the known ones', (told: Figures) => void Object.assign(told.guidance.total, { rank: 9 })],
    ['one unit twice', (told: Figures) => void told.guidance.units.push({ ...told.guidance.units[0]!, unit: ' a' })],
    ['half a count', (told: Figures) => void Object.assign(told.benefits.total, { sheets: 12.5 })],
    ['no half-year', (told: Figures) => void Object.assign(told, { period: '2026-05' })],
  ])('is none with %s', (_, change) => {
    const told = structuredClone(good());
    change(told);
    const bytes = Buffer.from(JSON.stringify({ figures: told, format: 'bilik/figures/v1' }));
    expect(readFiguresFile(bytes)).toBeUndefined();
    expect(() => writeFiguresFile(told)).toThrow();
  });

  it('has one form of bytes', () => {
    const bytes = writeFiguresFile(good());
    expect(readFiguresFile(bytes)).toEqual(good());
    expect(readFiguresFile(Buffer.concat([bytes, Buffer.from(' ')]))).toBeUndefined();
    expect(readFiguresFile(Buffer.from('x'))).toBeUndefined();
  });
});

describe('sheets that were counted', () => {
  // The attack: one sheet is entered while one employee alone has been asked.
  it('are never fewer than five, and no benefit is more often than there are sheets', () => {
    expect(benefitTally.safeParse(sheets('A', leastSheets, 0)).success).toBe(true);
    expect(benefitTally.safeParse(sheets('A', leastSheets - 1, 0)).success).toBe(false);
    expect(benefitTally.safeParse(sheets('A', 6, 7)).success).toBe(false);
    expect(benefitTally.safeParse({ ...sheets('A', 6, 3), guidanceId: 'a'.repeat(32) }).success).toBe(false);
  });
});

describe('figures of several vaults', () => {
  it('are their sum, and at least the sum of what is told where some hide theirs', () => {
    expect(joinCounts([7, 0, 12])).toBe(19);
    expect(joinCounts([7, 'small', 'withheld'])).toEqual({ atLeast: 7 });
    expect(joinCounts(['small', 0])).toBe('small');
    expect(joinCounts(['small', 'small'])).toBe('withheld');
    expect(joinCounts([])).toBe(0);
  });

  it('stand by unit, however the vaults write it', () => {
    const of = (unit: string, people: number) =>
      tellFigures(coachings({ unit, people, sessions: 1 }), [], period).guidance;
    const { units, total } = joinTables([of('Bidang Data', 6), of('bidang  data', 5), of('Arsip', 2)], ['people']);
    expect(units).toEqual([
      { unit: '', counts: { people: 'small' } },
      { unit: 'Bidang Data', counts: { people: 11 } },
    ]);
    expect(total).toEqual({ people: { atLeast: 11 } });
  });
});
