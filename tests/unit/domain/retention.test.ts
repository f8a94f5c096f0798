import { describe, expect, it } from 'vitest';
import { erasedList } from '../../../shared/domain/backup/erased-list.ts';
import {
  erasureContent,
  type FileStanding,
  grownSince,
  isOpen,
  isReady,
  obstacleOf,
} from '../../../shared/domain/retention/erasure.ts';
import {
  addYears,
  dueDay,
  endKindOf,
  firstSchedule,
  retentionSchedule,
} from '../../../shared/domain/retention/schedule.ts';

const rule = { active: 2, inactive: 3, disposition: 'destroy', citation: '' } as const;

describe('the years of a file', () => {
  it.each([
    ['2026-11-30', 1, '2027-11-30'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-29', 1, '2025-03-01'],
    ['2096-02-29', 4, '2100-03-01'],
    ['2026-01-01', 0, '2026-01-01'],
  ])('%s and %i years are %s', (day, years, later) => {
    expect(addYears(day, years)).toBe(later);
  });

  it('are those of both stages, and none where no rule is set', () => {
    expect(dueDay('2026-03-05', rule)).toBe('2031-03-05');
    expect(dueDay('2026-03-05', null)).toBeNull();
  });
});

describe('how a file ended', () => {
  const state = { mistaken: null, closed: true, decision: null, startsFrom: 'observation' } as const;
  it('is told by what was decided, and by nothing while it goes on', () => {
    expect(endKindOf({ ...state, closed: false })).toBeNull();
    expect(endKindOf(state)).toBe('notCounselled');
    expect(endKindOf({ ...state, startsFrom: 'assignment' })).toBe('counselled');
    expect(endKindOf({ ...state, closed: false, mistaken: 'a'.repeat(64) })).toBe('wrongEmployee');
  });
});

describe('what keeps a file', () => {
  const free: FileStanding = {
    frozen: false,
    dueOn: '2026-11-30',
    disposition: 'destroy',
    inOtherErasure: false,
  };
  const today = '2026-11-30';
  it.each([
    [{}, 'archive', null],
    [{ frozen: true }, 'workingCopy', 'fileFrozen'],
    [{ dueOn: '2026-12-01' }, 'workingCopy', 'fileNotDue'],
    [{ dueOn: null }, 'workingCopy', 'fileNotDue'],
    [{ disposition: 'permanent' }, 'archive', 'fileKept'],
    [{ disposition: 'permanent' }, 'workingCopy', null],
    [{ inOtherErasure: true }, 'archive', 'fileInErasure'],
  ] as const)('%j in a vault that holds the %s: %s', (change, holding, obstacle) => {
    expect(obstacleOf({ ...free, ...change }, holding, today)).toBe(obstacle);
  });
});

describe('an erasure', () => {
  it('of an archive waits for its approval; a working copy does not', () => {
    const states = ['proposed', 'approved', 'done', 'withdrawn'] as const;
    expect(states.map((state) => isReady(state, 'archive'))).toEqual([false, true, false, false]);
    expect(states.map((state) => isReady(state, 'workingCopy'))).toEqual([true, true, false, false]);
    expect(states.map(isOpen)).toEqual([true, true, false, false]);
  });

  it('has grown once any of its items holds more of anything than when it was proposed', () => {
    const span = { from: '2023-01-01', to: '2023-12-31' };
    const file = {
      ...span,
      caseId: 'a'.repeat(32),
      kind: 'counselled',
      listNumber: '4',
      acts: 3,
      attachments: 1,
    } as const;
    const guidance = { ...span, guidanceId: 'b'.repeat(32), records: 2, attachments: 0 };
    const year = { year: '2023', records: 5, plans: 1, attachments: 2 };
    const proposed = { files: [file], guidance: [guidance], learning: [year] };
    expect(grownSince(proposed, proposed)).toBeNull();
    expect(grownSince(proposed, { ...proposed, learning: [{ ...year, records: 4 }] })).toBeNull();
    const grown = [
      { files: [{ ...file, acts: 4 }] },
      { files: [{ ...file, attachments: 2 }] },
      { guidance: [{ ...guidance, records: 3 }] },
      { guidance: [{ ...guidance, attachments: 1 }] },
      { learning: [{ ...year, records: 6 }] },
      { learning: [{ ...year, plans: 2 }] },
      { learning: [{ ...year, attachments: 3 }] },
    ].map((more) => grownSince(proposed, { ...proposed, ...more }));
    expect(grown).toEqual(['4', '4', 'BBBBBBBB', 'BBBBBBBB', '2023', '2023', '2023']);
  });
});

describe('what was written before guidance and learning records could be erased', () => {
  const file = { caseId: 'a'.repeat(32), kind: 'notCounselled', listNumber: '', from: '2026-01-01', to: '2026-02-01' };
  const before = {
    holding: 'archive',
    reason: 'Lewat.',
    proposedOn: '2026-03-01',
    files: [{ ...file, acts: 3, attachments: 0 }],
    approval: null,
    execution: null,
    outOfReach: null,
  };

  it('is read: schedules, in which nothing of them is ever due, erasures, and lists beside backups', () => {
    const { guidance: _g, learning: _l, unopened: _u, ...old } = firstSchedule;
    expect(retentionSchedule.parse(old)).toEqual({ ...firstSchedule, unopened: null });
    expect(dueDay('1990-12-31', retentionSchedule.parse(old).learning)).toBeNull();
    expect(erasureContent.parse(before)).toMatchObject({ ...before, guidance: [], learning: [], sharers: [] });
    const list = { format: 'bilik/erased/v1', vaultId: 'b'.repeat(32), files: [] };
    expect(erasedList.parse(list)).toEqual({ ...list, guidance: [], learning: [], copies: [] });
  });

  it('is of one thing at least', () => {
    expect(erasureContent.safeParse({ ...before, files: [] }).success).toBe(false);
    const learning = [{ year: '2020', records: 0, plans: 1, attachments: 0 }];
    expect(erasureContent.safeParse({ ...before, files: [], learning }).success).toBe(true);
  });
});
