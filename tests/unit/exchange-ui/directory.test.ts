import { readDraft } from '@shared/domain/draft/kinds.ts';
import { describe, expect, test } from 'vitest';
import { activeKey, findMembers } from '../../../renderer/features/directory/members/member-search.ts';
import {
  sameSpans,
  spanProblem,
  spansFit,
  spansFrom,
  spansOfOther,
  spansStillHold,
} from '../../../renderer/features/directory/role-spans.ts';
import { formatList, formatMoment } from '../../../renderer/lib/format.ts';
import { emailPartBytes, partBytesOf, partCount, proposedParts } from '../../../renderer/lib/sealing.ts';
import { person } from './made-exchange.ts';

describe('roles and their times', () => {
  const span = { role: 'assessor', from: '2026-03-01', to: null } as const;

  test('begin on a day and hold until further notice', () => {
    expect(spansFrom(['assessor', 'coach'], '2026-03-01')).toEqual([span, { ...span, role: 'coach' }]);
  });

  test.each([
    [null, span],
    [null, { ...span, to: '2026-03-01' }],
    ['endsBefore', { ...span, to: '2026-02-28' }],
    ['fromMissing', { ...span, from: '' }],
  ] as const)('%s', (problem, typed) => {
    expect(spanProblem(typed)).toBe(problem);
    expect(spansFit([span, typed])).toBe(problem === null);
  });

  test('are the same whatever their order, and differ by any of their parts', () => {
    const other = { ...span, role: 'coach' } as const;
    expect(sameSpans([span, other], [other, span])).toBe(true);
    expect(sameSpans([span], [span, span])).toBe(false);
    expect(sameSpans([span], [{ ...span, to: '2026-04-01' }])).toBe(false);
  });
});

describe('roles that were typed before it is said whose they are', () => {
  const asked = { role: 'assessor', from: '2026-03-01', to: null } as const;
  const earlier = { role: 'coach', from: '2024-01-01', to: '2025-12-31' } as const;
  const ofOther = { role: 'mentor', from: '2023-01-01', to: null } as const;

  test('stand beside the earlier ones of that person, none of which is lost', () => {
    expect(spansOfOther([asked], [], [earlier])).toEqual([earlier, asked]);
    expect(spansOfOther([asked, earlier], [], [earlier])).toEqual([earlier, asked]);
  });

  test('take none along of somebody chosen by mistake, unless it was changed', () => {
    const changed = { ...ofOther, to: '2026-06-30' };
    expect(spansOfOther([ofOther, asked], [ofOther], [earlier])).toEqual([earlier, asked]);
    expect(spansOfOther([changed, asked], [ofOther], [])).toEqual([changed, asked]);
  });

  test('are taken up again as they were saved, unless the directory has changed meanwhile', () => {
    const saved = { spans: [asked], before: [earlier] };
    expect(readDraft('memberRoles', JSON.parse(JSON.stringify(saved)))).toEqual(saved);
    expect(spansStillHold(saved, [earlier])).toEqual(saved);
    expect(spansStillHold(saved, [earlier, ofOther])).toBeNull();
    expect(readDraft('memberRoles', { spans: [{ role: 'director' }], before: [] })).toBeNull();
    expect(readDraft('memberRoles', null)).toBeNull();
  });
});

describe('members', () => {
  const member = (name: string) => ({
    entryId: 'e'.repeat(32),
    person: { ...person, name },
    roles: [],
    currentRoles: [],
    keys: [],
    self: false,
  });
  const members = [member('Intan Umpama'), member('Nurma Simulasi')];

  test('are found by words of name, position and unit, in any order and case', () => {
    expect(findMembers(members, 'kepeg INTAN').map((found) => found.person.name)).toEqual(['Intan Umpama']);
    expect(findMembers(members, ' ')).toEqual(members);
    expect(findMembers(members, 'intan nurma')).toEqual([]);
  });

  test('have at most one key that counts', () => {
    const old = { key: 'a', keyFingerprint: '', from: '', revoked: { at: '', reason: 'lost' as const } };
    expect(activeKey({ keys: [old, { ...old, key: 'b', revoked: null }] })?.key).toBe('b');
    expect(activeKey({ keys: [old] })).toBeUndefined();
  });
});

describe('parts for e-mail', () => {
  test('are proposed only where one file is too large', () => {
    expect(proposedParts(emailPartBytes)).toBe('one');
    expect(proposedParts(emailPartBytes + 1)).toBe('parts');
  });

  test('are counted, and told to the calls in bytes', () => {
    expect([0, 1, emailPartBytes, emailPartBytes + 1].map(partCount)).toEqual([1, 1, 1, 2]);
    expect([partBytesOf('one'), partBytesOf('parts')]).toEqual([null, 20_000_000]);
  });
});

describe('moments and lists', () => {
  test('an instant of the day is told by its time, any other with its date', () => {
    // 07:05 UTC is 14:05 in Jakarta.
    expect(formatMoment('2026-11-25T07:05:00.000Z', '2026-11-25')).toBe('14.05 WIB');
    expect(formatMoment('2026-11-24T07:05:00.000Z', '2026-11-25')).toBe('24 Nov 2026 14.05 WIB');
    expect(formatMoment('2026-11-24T18:05:00.000Z', '2026-11-25', 'en')).toBe('01:05 WIB');
  });

  test('numbers are joined in the way of the language', () => {
    expect(formatList(['3', '5', '8'])).toBe('3, 5, dan 8');
    expect(formatList(['3', '5'], 'en')).toBe('3 and 5');
  });
});
