import { clashes, clashingPairs, type Slot } from '@shared/domain/guidance/calendar.ts';
import { coachGaps } from '@shared/domain/guidance/coach.ts';
import { goalLacks, isSmart } from '@shared/domain/guidance/goals.ts';
import { recordContent } from '@shared/domain/guidance/record-contents.ts';
import { remindersOf } from '@shared/domain/guidance/reminders.ts';
import { stagesOf } from '@shared/domain/guidance/stages.ts';
import { coachingContentOf, mentoringContentOf } from '@shared/domain/guidance/to-record.ts';
import { guidanceFile } from '@shared/domain/guidance/working-file.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentoringSample, sampleFile, sampleId, workedCoaching, workedMentoring } from '../../../fixtures/guidance.ts';
import { employee } from '../../../fixtures/people/cast.ts';

const answers = { achievable: 'yes', relevant: 'yes', aligned: 'yes' } as const;
const goal = { text: 'Laporan tepat waktu', measure: '3 laporan sebelum tanggal 5', due: '2026-12-05', ...answers };

describe('a goal', () => {
  it('needs a text, a measure and a day', () => {
    expect(goalLacks(goal, '')).toEqual([]);
    expect(goalLacks({ ...answers, text: '', measure: '', due: '' }, '')).toEqual(['text', 'measure', 'due']);
    expect(isSmart({ ...goal, measure: '' }, '')).toBe(false);
  });

  it('is due after the guidance begins', () => {
    expect(goalLacks(goal, '2026-12-06')).toEqual(['dueBeforeStart']);
    expect(goalLacks(goal, '2026-12-05')).toEqual([]);
  });

  it('is advised to measure with a figure, which is no error', () => {
    const vague = { ...goal, measure: 'Laporan lebih baik' };
    expect(goalLacks(vague, '')).toEqual(['vague']);
    expect(isSmart(vague, '')).toBe(true);
    expect(goalLacks({ ...goal, measure: 'Mutu meningkat 10%' }, '')).toEqual([]);
  });
});

const slot = (id: string, date: string, startTime: string, minutes: number | null, zone = ''): Slot => ({
  id,
  date,
  startTime,
  zone,
  minutes,
});

describe('a calendar', () => {
  it('tells what lies over each other, and not what follows at once', () => {
    const nine = slot('a', '2026-11-26', '09:00', 60);
    expect(clashes(nine, slot('b', '2026-11-26', '09:59', 10))).toBe(true);
    expect(clashes(nine, slot('b', '2026-11-26', '10:00', 10))).toBe(false);
    expect(clashes(nine, slot('b', '2026-11-27', '09:00', 10))).toBe(false);
    expect(clashes(nine, nine)).toBe(false);
  });

  it('assumes an hour, passes midnight, and lets whole days be', () => {
    expect(clashes(slot('a', '2026-11-26', '09:00', null), slot('b', '2026-11-26', '09:45', 5))).toBe(true);
    expect(clashes(slot('a', '2026-11-26', '23:30', 60), slot('b', '2026-11-27', '00:15', 30))).toBe(true);
    expect(clashes(slot('a', '2026-11-26', '', null), slot('b', '2026-11-26', '09:00', 60))).toBe(false);
  });

  it('goes by the moment where both say their zone, and by the clocks on the wall where one does not', () => {
    const inJakarta = slot('a', '2026-11-26', '09:00', 60, 'WIB');
    expect(clashes(inJakarta, slot('b', '2026-11-26', '11:00', 60, 'WIT'))).toBe(true);
    expect(clashes(inJakarta, slot('b', '2026-11-26', '09:00', 60, 'WIT'))).toBe(false);
    expect(clashes(inJakarta, slot('b', '2026-11-26', '11:00', 60, 'WITA'))).toBe(false);
    expect(clashes(slot('a', '2026-11-26', '23:30', 60, 'WIB'), slot('b', '2026-11-27', '01:45', 30, 'WIT'))).toBe(
      true,
    );
    for (const zone of ['WIB', 'WITA', 'WIT'])
      expect(clashes(slot('b', '2026-11-26', '09:30', 60), { ...inJakarta, zone })).toBe(true);
  });

  it('finds the same pairs as comparing all with all', () => {
    const times = fc.record({
      date: fc.constantFrom('2026-11-26', '2026-11-27'),
      startTime: fc.constantFrom('', '00:10', '09:00', '09:30', '10:00', '23:40'),
      zone: fc.constantFrom('', 'WIB', 'WITA', 'WIT'),
      minutes: fc.constantFrom(null, 15, 30, 60, 90),
    });
    fc.assert(
      fc.property(fc.array(times, { maxLength: 12 }), (given) => {
        const slots = given.map((time, index) => ({ id: String(index), ...time }));
        const found = clashingPairs(slots)
          .map((pair) =>
            pair
              .map(({ id }) => id)
              .sort()
              .join('-'),
          )
          .sort();
        const all = slots
          .flatMap((a, index) =>
            slots.slice(index + 1).flatMap((b) => (clashes(a, b) ? [[a.id, b.id].sort().join('-')] : [])),
          )
          .sort();
        expect(found).toEqual(all);
      }),
    );
  });
});

describe('stages', () => {
  const stateOf = (code: string, file: Parameters<typeof stagesOf>[0], records: Parameters<typeof stagesOf>[1] = []) =>
    stagesOf(file, records, []).find((stage) => stage.code === code)?.state;

  it('block nothing and tell what is open', () => {
    const states = stagesOf(sampleFile('coaching'), [], []);
    expect(states.map(({ code }) => code)).toEqual([
      'need',
      'goals',
      'leader',
      'qualification',
      'plan',
      'preCoaching',
      'sessions',
      'adjustment',
      'signatures',
      'followThrough',
      'evaluation',
    ]);
    expect(stateOf('adjustment', sampleFile('coaching'))).toBe('optional');
    expect(stateOf('sessions', sampleFile('coaching'))).toBe('open');
  });

  it('follow the work', () => {
    const file = workedCoaching();
    expect(stateOf('need', file)).toBe('done');
    expect(stateOf('goals', file)).toBe('done');
    expect(stateOf('sessions', file)).toBe('done');
    expect(stateOf('followThrough', file)).toBe('begun');
    expect(stateOf('signatures', file, [{ kind: 'coaching', complete: false }])).toBe('begun');
    expect(stateOf('signatures', file, [{ kind: 'coaching', complete: true }])).toBe('done');
    expect(stateOf('leader', { ...file, leaderBasis: 'specialAssignment' })).toBe('begun');
  });

  it('of mentoring ask for the agreement first', () => {
    expect(stateOf('agreement', workedMentoring())).toBe('open');
    expect(stateOf('mentoringPlan', workedMentoring())).toBe('done');
    expect(stateOf('planSignature', workedMentoring())).toBe('optional');
  });
});

describe('reminders', () => {
  it('tell of what is due by now and within a week, the earliest first', () => {
    const kinds = remindersOf(workedCoaching(), ['2026-11-20'], '2026-11-26').map(({ kind }) => kind);
    expect(kinds).toEqual(['signature', 'action']);
    expect(remindersOf(workedCoaching(), [], '2026-11-28').map(({ kind }) => kind)).toEqual(['action', 'goal']);
    expect(remindersOf(workedCoaching(), [], '2026-12-06').map(({ kind }) => kind)).toContain('evaluation');
  });

  it('end with the guidance', () => {
    expect(remindersOf({ ...workedCoaching(), status: 'concluded' }, ['2026-11-20'], '2026-12-31')).toEqual([]);
  });
});

describe('what a record takes from the working papers', () => {
  it('is the form, and never what was asked and answered', () => {
    const file = workedCoaching();
    const [session] = file.sessions;
    const canary = 'RAHASIA-JAWABAN';
    const content = coachingContentOf(file, { ...session!, asked: [{ question: 'Apa?', answer: canary }] });
    expect(recordContent.safeParse(content).success).toBe(true);
    expect(JSON.stringify(content)).not.toContain(canary);
  });

  it('makes a proposal of an adjustment by a coach on special assignment', () => {
    const file = workedCoaching();
    const adjustment = { state: 'adjusted' as const, expectation: 'Laporan', measure: 'Hari', target: '5' };
    const session = { ...file.sessions[0]!, form: { ...file.sessions[0]!.form, adjustment } };
    expect(coachingContentOf(file, session).adjustment?.state).toBe('adjusted');
    const special = { ...file, leaderBasis: 'specialAssignment' as const };
    expect(coachingContentOf(special, session).adjustment?.state).toBe('proposed');
  });

  it('logs the sessions held, by date', () => {
    const base = { startTime: '', minutes: 60, place: '', activity: 'A', result: 'B' };
    const file = {
      ...workedMentoring(),
      sessions: [
        { ...base, sessionId: sampleId('3'), state: 'held' as const, date: '2026-11-25' },
        { ...base, sessionId: sampleId('1'), state: 'planned' as const, date: '2026-11-21' },
        { ...base, sessionId: sampleId('2'), state: 'held' as const, date: '2026-11-20' },
      ],
    };
    const content = mentoringContentOf(file, '2026-11-25');
    expect(content.log.map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-25']);
    expect(recordContent.safeParse(content).success).toBe(true);
    expect(recordContent.safeParse({ ...mentoringSample, log: [] }).success).toBe(false);
  });
});

describe('working papers', () => {
  it('take the samples, and no two sessions of one name', () => {
    expect(guidanceFile.safeParse(workedCoaching()).success).toBe(true);
    expect(guidanceFile.safeParse(workedMentoring()).success).toBe(true);
    const file = workedCoaching();
    expect(guidanceFile.safeParse({ ...file, sessions: [...file.sessions, ...file.sessions] }).success).toBe(false);
    expect(guidanceFile.safeParse({ ...file, participants: [] }).success).toBe(false);
  });
});

describe('a coach', () => {
  const coach = {
    person: employee,
    kinds: ['coaching' as const],
    qualification: '',
    topics: [],
    training: [],
    availability: '',
    remark: '',
  };
  it('is told what is missing; a mentor needs no qualification', () => {
    expect(coachGaps(coach)).toEqual(['qualification', 'training']);
    expect(coachGaps({ ...coach, kinds: ['mentoring'], topics: ['Data'] })).toEqual([]);
  });

  it('is asked no expertise in a subject; a mentor is', () => {
    expect(coachGaps({ ...coach, kinds: ['mentoring'] })).toEqual(['topics']);
    expect(coachGaps({ ...coach, kinds: ['coaching', 'mentoring'] })).toContain('topics');
  });
});
