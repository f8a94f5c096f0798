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
const header = { authorKey: key, capacity: 'assessor', origin: 'vault', statedAt: '2026-03-01T02:00:00.000Z' } as const;
const body = { author: people.assessor };
const fault = (
  entries: DirectoryEntry[],
  change: Partial<Parameters<typeof certificationFaults>[1]> = {},
  said = body,
  now: string = change.statedAt ?? header.statedAt,
) => certificationFaults({ entries }, { ...header, ...change }, said, now)[0] ?? null;

describe('whether a key vouches for an act', () => {
  it('does for its person in a certified role at that time', () => {
    expect(fault([entry()])).toBeNull();
    expect(certificationFaults({ entries: [entry()] }, header, null, header.statedAt)).toEqual([]);
  });

  it('does not when nobody knows it, or for another role or time', () => {
    expect(fault([])).toBe('actNotCertified');
    expect(fault([entry()], { capacity: 'personnelHead' })).toBe('actNotCertified');
    expect(fault([entry()], { statedAt: '2026-07-03T02:00:00.000Z' })).toBe('actNotCertified');
    expect(fault([entry()], { statedAt: '2025-12-29T02:00:00.000Z' })).toBe('actNotCertified');
  });

  it('allows a day either way, since clocks and zones differ', () => {
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
