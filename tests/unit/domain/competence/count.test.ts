import { publishFault, versionFor } from '@shared/domain/competence/conversion.ts';
import { countRecords } from '@shared/domain/competence/count.ts';
import { learningKindNames, learningKinds } from '@shared/domain/competence/kinds.ts';
import type { LearningRecord } from '@shared/domain/competence/learning-record.ts';
import { describe, expect, it } from 'vitest';
import { conversionRow, idOf, learning, version } from '../../../fixtures/learning.ts';

const today = '2026-11-26';
const evidence = [idOf(900)];
const count = (records: readonly LearningRecord[], versions = [version(1)]) =>
  countRecords(records, versions, today).map(({ year, jp, verdict }) => [year, jp, verdict]);

describe('kinds of learning', () => {
  it('hold no konseling, and every kind has its mode and share', () => {
    expect(learningKindNames.filter((kind) => /counsel|konsel/i.test(kind))).toEqual([]);
    expect(Object.values(learningKinds).filter(({ mode }) => mode === 'education')).toHaveLength(2);
    expect(Object.values(learningKinds).filter(({ mode }) => mode === 'classical')).toHaveLength(13);
    expect(Object.values(learningKinds).filter(({ mode }) => mode === 'nonClassical')).toHaveLength(14);
  });
});

describe('what a record counts', () => {
  it('is by the table, in the year of its last day alone', () => {
    expect(count([learning(1)])).toEqual([[2026, 600, 'counted']]);
    expect(count([learning(1, { from: '2025-12-29', to: '2026-01-02' })])).toEqual([[2026, 600, 'counted']]);
  });

  it('is nothing without a row, and says so', () => {
    expect(count([learning(1, { kind: 'internship' })])).toEqual([[2026, 0, 'noConversion']]);
    expect(count([learning(1)], [])).toEqual([[2026, 0, 'noConversion']]);
  });

  it('is nothing without evidence where the table asks for it', () => {
    const versions = [version(1, { rows: [conversionRow({ evidenceRequired: true })] })];
    expect(count([learning(1)], versions)).toEqual([[2026, 0, 'evidenceMissing']]);
    expect(count([learning(1, { evidence })], versions)).toEqual([[2026, 600, 'counted']]);
  });

  it('is what a certificate states, where the table says nothing else and it is proven', () => {
    const stated = { unit: 'jp' as const, amount: 1250 };
    expect(count([learning(1, { ...stated, evidence })])).toEqual([[2026, 1250, 'stated']]);
    expect(count([learning(1, stated)])).toEqual([[2026, 0, 'evidenceMissing']]);
    const row = conversionRow({ unit: 'jp', jpPerUnit: 50 });
    expect(count([learning(1, { ...stated, evidence })], [version(1, { rows: [row] })])).toEqual([
      [2026, 625, 'counted'],
    ]);
  });

  it('is nothing before it has ended, or once it was taken back', () => {
    expect(count([learning(1, { to: '2026-12-01' })])).toEqual([[2026, 0, 'planned']]);
    expect(count([learning(1, { withdrawn: 'Salah orang' })])).toEqual([[2026, 0, 'withdrawn']]);
  });

  it('stops at the yearly maximum, by the order of the last days', () => {
    const versions = [version(1, { rows: [conversionRow({ yearlyMaximum: 1000 })] })];
    const records = [
      learning(1, { to: '2026-05-05' }),
      learning(2),
      learning(3, { from: '2025-03-02', to: '2025-03-04' }),
    ];
    expect(count(records, versions)).toEqual([
      [2026, 400, 'capped'],
      [2026, 600, 'counted'],
      [2025, 600, 'counted'],
    ]);
  });
});

describe('a row with more than one value and maximum', () => {
  const by = (change: Parameters<typeof conversionRow>[0], ...records: readonly LearningRecord[]) =>
    count(records, [version(1, { rows: [conversionRow(change)] })]).map(([, jp, verdict]) => [jp, verdict]);
  const onDay = (seq: number, from: string, change: Partial<LearningRecord> = {}) =>
    learning(seq, { from, to: from, amount: 400, ...change });

  it('has a value abroad where it names one', () => {
    expect(by({ jpPerUnitAbroad: 120 }, learning(1), learning(2, { abroad: true }))).toEqual([
      [600, 'counted'],
      [720, 'counted'],
    ]);
    expect(by({}, learning(1, { abroad: true }))).toEqual([[600, 'counted']]);
    expect(by({ jpPerUnit: 0, jpPerUnitAbroad: 400 }, learning(1), learning(2, { abroad: true }))).toEqual([
      [0, 'noConversion'],
      [2400, 'counted'],
    ]);
  });

  it('stops at the maximum of a day, for each day that a record lasts', () => {
    const two = [onDay(1, '2026-03-02', { amount: 200 }), onDay(2, '2026-03-02'), onDay(3, '2026-03-03')];
    expect(by({ dailyMaximum: 300 }, ...two)).toEqual([
      [200, 'counted'],
      [100, 'capped'],
      [300, 'capped'],
    ]);
    expect(by({ dailyMaximum: 300 }, learning(1, { amount: 1000 }))).toEqual([[900, 'capped']]);
    const abroad = onDay(1, '2026-03-02', { abroad: true, amount: 500 });
    expect(by({ dailyMaximum: 300, dailyMaximumAbroad: 400 }, abroad)).toEqual([[400, 'capped']]);
    expect(by({ dailyMaximum: 300 }, abroad)).toEqual([[300, 'capped']]);
  });

  it('stops at the maximum of a month, which a record of two months fills in both', () => {
    const row = { kind: 'coaching', unit: 'sessions', jpPerUnit: 200, monthlyMaximum: 400 } as const;
    const session = (seq: number, day: string, to = day, amount = 100) =>
      learning(seq, { kind: 'coaching', unit: 'sessions', amount, from: day, to });
    expect(by(row, session(1, '2026-03-02'), session(2, '2026-03-09'), session(3, '2026-03-31'))).toEqual([
      [200, 'counted'],
      [200, 'counted'],
      [0, 'capped'],
    ]);
    expect(by(row, session(1, '2026-03-30', '2026-04-02', 500), session(2, '2026-04-03'))).toEqual([
      [800, 'capped'],
      [0, 'capped'],
    ]);
    expect(by({ ...row, yearlyMaximum: 500 }, session(1, '2026-03-30', '2026-04-02', 500))).toEqual([[500, 'capped']]);
    expect(by({ ...row, dailyMaximum: 100 }, session(1, '2025-12-30', '2026-01-02', 500))).toEqual([[400, 'capped']]);
  });

  it('counts each semester of a study', () => {
    const study = { title: 'Magister', kind: 'fundedStudy', unit: 'semesters', amount: 100 } as const;
    const semesters = [
      learning(1, { ...study, from: '2025-08-01', to: '2026-01-31' }),
      learning(2, { ...study, from: '2026-02-01', to: '2026-07-31' }),
    ];
    const row = { kind: 'fundedStudy', unit: 'semesters', jpPerUnit: 2000 } as const;
    expect(by(row, ...semesters)).toEqual([
      [2000, 'counted'],
      [2000, 'counted'],
    ]);
  });
});

describe('the same activity', () => {
  const same = { title: 'Pengelolaan Data', organiser: 'Lembaga Peraga' };

  it('counts once, with overlapping or touching days', () => {
    const records = [
      learning(1, same),
      learning(2, { ...same, title: 'pengelolaan  data', from: '2026-03-05', to: '2026-03-06' }),
    ];
    expect(count(records)).toEqual([
      [2026, 600, 'counted'],
      [2026, 0, 'duplicate'],
    ]);
    expect(countRecords(records, [version(1)], today)[1]?.countsAs).toBe(idOf(1));
  });

  it('counts once when its days were entered one by one, in whatever order', () => {
    const day = (seq: number, number: number) =>
      learning(seq, { ...same, from: `2026-03-0${number}`, to: `2026-03-0${number}` });
    expect(count([day(1, 2), day(2, 6), day(3, 4), day(4, 3), day(5, 5)]).map(([, jp]) => jp)).toEqual([
      600, 0, 0, 0, 0,
    ]);
    const certified = learning(2, { ...same, from: '2026-03-05', to: '2026-03-05', certificateNumber: 'S-1' });
    expect(count([day(1, 2), certified, day(3, 3), day(4, 4)]).map(([, jp]) => jp)).toEqual([600, 0, 0, 0]);
  });

  it('counts once by its certificate number, whatever its title', () => {
    const certificate = { certificateNumber: 'S-12/2026' };
    expect(
      count([learning(1, certificate), learning(2, { ...certificate, to: '2026-08-01' })]).map(([, jp]) => jp),
    ).toEqual([600, 0]);
  });

  it('is not one where two institutes number their certificates alike', () => {
    const two = ['Lembaga Peraga', 'Balai Contoh'].map((organiser, index) =>
      learning(index + 1, { organiser, title: `Pelatihan ${organiser}`, certificateNumber: '15/2026' }),
    );
    expect(count(two).map(([, jp]) => jp)).toEqual([600, 600]);
  });

  it('is not one for saying alike that there is a certificate, or none', () => {
    for (const certificateNumber of [
      'Ada',
      'tidak ada',
      'Tidak Ada',
      'terlampir',
      'Menyusul',
      'tanpa no.',
      'xxx',
      '000',
      'Sertifikat',
      'e-Sertifikat',
      'Belum diterbitkan',
      'dalam proses penerbitan',
      'sertifikat elektronik (TTE)',
      's.d.a.',
      'N/A',
    ]) {
      const two = [
        learning(1, { certificateNumber }),
        learning(2, { certificateNumber, to: '2026-08-01', title: 'Lain' }),
      ];
      expect(count(two).map(([, jp]) => jp)).toEqual([600, 600]);
    }
    const [one, other] = ['No. S-12/2026', 'S-12/2026'].map((certificateNumber) => ({ certificateNumber }));
    expect(count([learning(1, one), learning(2, { ...other, title: 'Lain' })]).map(([, jp]) => jp)).toEqual([600, 0]);
  });

  it('counts as the one that is better evidenced', () => {
    expect(count([learning(1, same), learning(2, { ...same, evidence })]).map(([, jp]) => jp)).toEqual([0, 600]);
  });

  it('held again later, or of another kind, is another one', () => {
    const later = learning(2, { ...same, from: '2026-06-02', to: '2026-06-04' });
    const row = conversionRow({ kind: 'workshop' });
    const versions = [version(1, { rows: [conversionRow(), row] })];
    expect(
      count([learning(1, same), later, learning(3, { ...same, kind: 'workshop' })], versions).map(([, jp]) => jp),
    ).toEqual([600, 600, 600]);
  });

  it('in sessions is each session: those of neighbouring days are two, two entries of one day are one', () => {
    const row = conversionRow({ kind: 'coaching', unit: 'sessions' });
    const session = (seq: number, from: string, to = from) =>
      learning(seq, { ...same, kind: 'coaching', unit: 'sessions', amount: 100, from, to });
    const jp = (...records: ReturnType<typeof learning>[]) =>
      count(records, [version(1, { rows: [row] })]).map(([, earned]) => earned);
    expect(jp(session(1, '2026-03-02'), session(2, '2026-03-03'))).toEqual([100, 100]);
    expect(jp(session(1, '2026-03-02'), session(2, '2026-03-03'), session(3, '2026-03-03'))).toEqual([100, 100, 0]);
    // A log of three days and a session within them is one; the session on the day after it is another one.
    const log = session(1, '2026-03-02', '2026-03-04');
    expect(jp(log, session(2, '2026-03-03'), session(3, '2026-03-05'))).toEqual([100, 0, 100]);
  });

  it('across the end of a year counts in one year alone', () => {
    const records = [
      learning(1, { ...same, from: '2025-12-30', to: '2025-12-31' }),
      learning(2, { ...same, from: '2026-01-01', to: '2026-01-02' }),
    ];
    expect(count(records).filter(([, jp]) => jp !== 0)).toEqual([[2025, 600, 'counted']]);
  });
});

describe('different activities on the same days', () => {
  it('both count, and somebody is told to look', () => {
    const counted = countRecords(
      [learning(1), learning(2), learning(3, { from: '2026-09-01', to: '2026-09-01' })],
      [version(1)],
      today,
    );
    expect(counted.map(({ jp, overlaps }) => [jp, overlaps])).toEqual([
      [600, true],
      [600, true],
      [600, false],
    ]);
  });
});

describe('versions of the table', () => {
  const old = version(1, { fromYear: 2024 });
  const next = version(2, { fromYear: 2026, rows: [conversionRow({ jpPerUnit: 200 })] });

  it('count for the years from which they begin', () => {
    expect([2023, 2024, 2025, 2026, 2030].map((year) => versionFor([old, next], year).versionNo)).toEqual([
      0, 1, 1, 2, 2,
    ]);
    expect(versionFor([old, version(2, { fromYear: 2024 })], 2024).versionNo).toBe(2);
  });

  it('leave past years as they were', () => {
    const records = [learning(1, { from: '2025-03-02', to: '2025-03-04' }), learning(2)];
    expect(count(records, [old])).toEqual([
      [2025, 600, 'counted'],
      [2026, 600, 'counted'],
    ]);
    expect(count(records, [old, next])).toEqual([
      [2025, 600, 'counted'],
      [2026, 1200, 'counted'],
    ]);
  });

  it('are published for the present year or later, the first for any', () => {
    expect(publishFault([], { fromYear: 2019 }, 2026)).toBeNull();
    expect(publishFault([old], { fromYear: 2025 }, 2026)).toBe('versionInPast');
    expect(publishFault([old], { fromYear: 2026 }, 2026)).toBeNull();
    expect(publishFault([old], { fromYear: 2027 }, 2026)).toBeNull();
    expect(publishFault([], { fromYear: 2028 }, 2026)).toBe('versionTooFar');
    expect(publishFault([version(1, { fromYear: 2027 })], { fromYear: 2026 }, 2026)).toBe('versionBeforeLast');
  });
});
