import type { DirectoryEntry } from '@shared/domain/identity/directory.ts';
import { toPublicPerson } from '@shared/domain/identity/public-person.ts';
import { certificationFaults } from '@shared/domain/package/certification.ts';
import { describe, expect, it } from 'vitest';
import * as people from '../../../fixtures/people/cast.ts';

const key = 'a'.repeat(64);
const entry = (change: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  entryId: 'e'.repeat(32),
  person: toPublicPerson(people.assessor),
  formerNames: [],
  roles: [{ role: 'assessor', from: '2026-01-01' as never, to: '2026-06-30' as never }],
  keys: [
    {
      key,
      recipient: `age1${'q'.repeat(58)}`,
      vaultId: 'f'.repeat(32),
      documentKey: 'b'.repeat(64),
      from: '2026-01-01T00:00:00.000Z' as never,
      revoked: null,
    },
  ],
  ...change,
});
const header = {
  type: 'feedbackRecorded',
  facts: [] as string[],
  authorKey: key,
  capacity: 'assessor',
  origin: 'vault',
  statedAt: '2026-03-01T02:00:00.000Z',
} as const;
const body = { author: people.assessor };
const unlisted = { hash: 'a'.repeat(64), isListTaken: () => false };
const fault = (
  entries: DirectoryEntry[],
  change: Partial<Parameters<typeof certificationFaults>[1]> = {},
  said = body,
  now: string = change.statedAt ?? header.statedAt,
) => certificationFaults({ entries }, { ...header, ...change }, said, now, unlisted)[0] ?? null;

describe('whether a key vouches for an act', () => {
  it('does for its person in a certified role at that time', () => {
    expect(fault([entry()])).toBeNull();
    expect(certificationFaults({ entries: [entry()] }, header, null, header.statedAt, unlisted)).toEqual([]);
  });

  it('does not when nobody knows it, or for another role or time', () => {
    expect(fault([])).toBe('actNotCertified');
    expect(fault([entry()], { capacity: 'personnelHead' })).toBe('actNotCertified');
    expect(fault([entry()], { statedAt: '2026-07-03T02:00:00.000Z' })).toBe('actNotCertified');
    expect(fault([entry()], { statedAt: '2025-12-29T02:00:00.000Z' })).toBe('actNotCertified');
  });

  it('asks a person about another number under the own name, and refuses what may mean another entry', () => {
    const slip = { author: { ...people.assessor, nip: '198007052005011998' } };
    expect(fault([entry()], {}, slip)).toBe('actOtherNumber');
    const other = { ...entry({ entryId: 'd'.repeat(32), keys: [] }), person: toPublicPerson(slip.author) };
    expect(fault([entry(), other], {}, slip)).toBe('actNotCertified');
    expect(fault([entry()], {}, { author: { ...slip.author, name: 'Seno Umpama' } })).toBe('actNotCertified');
  });

  it('does for an answer to paper in the own name, though the role is over by then', () => {
    const answer = { type: 'paperAnswered', statedAt: '2026-07-03T02:00:00.000Z' } as const;
    expect(fault([entry()], { ...answer, facts: ['denied'] })).toBeNull();
    expect(fault([entry()], { ...answer, facts: ['stands'] })).toBe('actNotCertified');
    expect(fault([entry()], { ...answer, facts: ['denied'] }, { author: people.personnelHead })).toBe(
      'actNotCertified',
    );
  });

  /** Before nine in the morning of the given day in Jayapura, when it is the day before in UTC. */
  const early = (statedOn: string) => ({
    statedOn,
    statedAt: new Date(Date.parse(`${statedOn}T06:00:00+09:00`)).toISOString(),
  });
  /** After nine in the evening of the given day in New York, when it is the day after in UTC. */
  const late = (statedOn: string) => ({
    statedOn,
    statedAt: new Date(Date.parse(`${statedOn}T21:00:00-04:00`)).toISOString(),
  });

  it('goes by the day that the signer saw, wherever on earth that was', () => {
    expect(fault([entry()], early('2026-01-01'))).toBeNull();
    expect(fault([entry()], early('2026-06-30'))).toBeNull();
    expect(fault([entry()], early('2026-07-01'), body, '2026-06-30T21:00:00.000Z')).toBe('actNotCertified');
    expect(fault([entry()], late('2026-06-30'))).toBeNull();
    expect(fault([entry()], late('2025-12-31'))).toBe('actNotCertified');
  });

  it('asks for all roles of who entered paper on that day, not on the one that it was in UTC', () => {
    expect(fault([entry()], { origin: 'paper', ...early('2026-01-01') })).toBeNull();
    const began = { role: 'coach', from: '2026-03-01' as never, to: '2026-03-04' as never } as const;
    const both = entry({ roles: [...entry().roles, began] });
    const seenOn = '2026-03-10T02:00:00.000Z';
    expect(fault([both], { origin: 'paper', ...early('2026-03-01') }, body, seenOn)).toBe('actRoleEnded');
    expect(fault([both], { origin: 'paper', ...early('2026-03-05') }, body, seenOn)).toBeNull();
  });

  it('is not moved further by a forged day than by a day that v1 leaves open', () => {
    const forged = { statedOn: '2026-06-30', statedAt: '2026-07-09T02:00:00.000Z' };
    expect(fault([entry()], forged)).toBe('actNotCertified');
    const before = { statedOn: '2026-01-05', statedAt: '2025-12-29T02:00:00.000Z' };
    expect(fault([entry()], before)).toBe('actNotCertified');
  });

  it('allows a day either way where v1 names none, since clocks and zones differ', () => {
    expect(fault([entry()], { statedAt: '2026-07-01T02:00:00.000Z' })).toBeNull();
    expect(fault([entry()], { statedAt: '2025-12-31T02:00:00.000Z' })).toBeNull();
  });

  it('does not for what is dated more than a day ahead of this clock', () => {
    const ahead = (hours: number) => new Date(Date.parse(header.statedAt) - hours * 3_600_000).toISOString();
    expect(fault([entry()], {}, body, ahead(24))).toBeNull();
    expect(fault([entry()], {}, body, ahead(25))).toBe('actFromFuture');
    expect(fault([entry()], { origin: 'paper' }, body, ahead(25))).toBe('actFromFuture');
  });

  it('leaves it to a person when the role is over as the act is first seen, however early it is dated', () => {
    expect(fault([entry()], {}, body, '2026-06-30T02:00:00.000Z')).toBeNull();
    expect(fault([entry()], {}, body, '2026-07-02T02:00:00.000Z')).toBe('actRoleEnded');
    expect(fault([entry()], { origin: 'paper' }, body, '2026-07-02T02:00:00.000Z')).toBe('actRoleEnded');
    const moved = entry({ roles: [...entry().roles, { role: 'coach', from: '2026-07-01' as never, to: null }] });
    expect(fault([moved], { origin: 'paper' }, body, '2026-07-05T02:00:00.000Z')).toBe('actRoleEnded');
    const again = { role: 'assessor', from: '2026-08-01' as never, to: null } as const;
    expect(fault([entry({ roles: [...entry().roles, again] })], {}, body, '2026-08-02T02:00:00.000Z')).toBeNull();
  });

  it('does not when the act names another author, but for a former name and for titles', () => {
    expect(fault([entry()], {}, { author: people.counsellor })).toBe('actNotCertified');
    const renamed = entry({ person: { ...toPublicPerson(people.assessor), name: 'Damar Barunama' } });
    expect(fault([renamed])).toBe('actNotCertified');
    expect(fault([{ ...renamed, formerNames: [people.assessor.name] }])).toBeNull();
    expect(fault([entry()], {}, { author: { ...people.assessor, name: 'Damar Contohwijaya' } })).toBeNull();
  });

  it('lets anyone of the directory enter paper of another author', () => {
    expect(fault([entry()], { origin: 'paper', capacity: 'counsellor' }, { author: people.counsellor })).toBeNull();
    expect(fault([entry({ roles: [] })], { origin: 'paper' })).toBe('actNotCertified');
  });

  it('tells of a revoked key', () => {
    const [first] = entry().keys;
    const revoked = { ...first!, revoked: { at: '2026-05-01T00:00:00.000Z' as never, reason: 'lost' as const } };
    expect(fault([entry({ keys: [revoked] })])).toBe('actKeyRevoked');
  });
});
