import { describe, expect, it } from 'vitest';
import {
  activeKeyOf,
  type DirectoryEntry,
  type DirectoryKey,
  directorySchema,
  findKey,
  isCertifiedFor,
  isEntryOf,
  membersWith,
  rolesEver,
  rolesOn,
} from '../../../shared/domain/identity/directory.ts';
import { toPublicPerson } from '../../../shared/domain/identity/public-person.ts';
import * as people from '../../fixtures/people/cast.ts';

const id = (digit: string): string => digit.repeat(32);
const key = (digit: string, revoked = false): DirectoryKey =>
  ({
    key: digit.repeat(64),
    recipient: `age1${'q'.repeat(58)}`,
    vaultId: id(digit),
    documentKey: digit.repeat(64),
    from: '2026-01-01T00:00:00.000Z',
    revoked: revoked ? { at: '2026-02-01T00:00:00.000Z', reason: 'lost' } : null,
  }) as DirectoryKey;

const entry = (over: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  entryId: id('a'),
  person: toPublicPerson(people.personnelOfficer),
  formerNames: [],
  roles: [
    { role: 'personnelOfficer', from: '2026-03-01', to: '2026-06-30' },
    { role: 'personnelHead', from: '2026-07-01', to: null },
  ] as DirectoryEntry['roles'],
  keys: [key('1')],
  ...over,
});

const directory = (entries: readonly DirectoryEntry[]): unknown => ({
  format: 'bilik/directory/v1',
  directoryId: id('d'),
  serial: 1,
  institution: people.institution,
  issuedAt: '2026-01-01T00:00:00.000Z',
  previous: null,
  entries,
});
const accepts = (entries: readonly DirectoryEntry[]): boolean => directorySchema.safeParse(directory(entries)).success;

describe('roles of an entry', () => {
  it.each([
    ['2026-02-28', []],
    ['2026-03-01', ['personnelOfficer']],
    ['2026-06-30', ['personnelOfficer']],
    ['2026-07-01', ['personnelHead']],
    ['2099-12-31', ['personnelHead']],
  ])('on %s are %j', (day, roles) => {
    expect(rolesOn(entry(), day)).toEqual(roles);
  });

  it('named twice count once; all that ever held are known', () => {
    const twice = entry({ roles: [...entry().roles, ...entry().roles] });
    expect(rolesOn(twice, '2026-04-01')).toEqual(['personnelOfficer']);
    expect(rolesEver(twice)).toEqual(['personnelOfficer', 'personnelHead']);
  });

  it.each([
    [['2026-02-28'], false],
    [['2026-03-01'], true],
    [['2026-06-30'], true],
    [['2026-07-01'], false],
    [['2026-06-30', '2026-07-01', '2026-07-02'], true],
    [['2026-07-01', '2026-07-02', '2026-07-03'], false],
    [[], false],
  ])('certify an officer on one of the days %j: %s', (days, good) => {
    expect(isCertifiedFor(entry(), 'personnelOfficer', days)).toBe(good);
  });

  it('certify no other role, and an open end for good', () => {
    expect(isCertifiedFor(entry(), 'counsellor', ['2026-04-01'])).toBe(false);
    expect(isCertifiedFor(entry(), 'personnelHead', ['2030-01-01'])).toBe(true);
    expect(isCertifiedFor(entry(), 'personnelHead', ['2026-04-01'])).toBe(false);
  });
});

describe('keys of a directory', () => {
  const renewed = entry({ keys: [key('1', true), key('2')] });
  const gone = entry({ entryId: id('b'), keys: [key('3', true)] });

  it('are found with the person, revoked ones as well', () => {
    const entries = [renewed, gone];
    expect(findKey({ entries }, '3'.repeat(64))).toEqual({ entry: gone, key: gone.keys[0] });
    expect(findKey({ entries }, '9'.repeat(64))).toBeUndefined();
    expect(activeKeyOf(renewed)?.key).toBe('2'.repeat(64));
    expect(activeKeyOf(gone)).toBeUndefined();
  });

  it('make members: who has one that counts, and the role on that day', () => {
    const entries = [renewed, gone];
    expect(membersWith({ entries }, 'personnelHead', '2026-08-01')).toEqual([renewed]);
    expect(membersWith({ entries }, 'personnelHead', '2026-06-30')).toEqual([]);
  });

  it('count once: never two good ones for a person, never one for two', () => {
    expect(accepts([renewed, gone])).toBe(true);
    expect(accepts([entry({ keys: [key('1'), key('2')] })])).toBe(false);
    expect(accepts([entry(), entry({ entryId: id('b') })])).toBe(false);
    expect(accepts([entry(), entry({ keys: [key('2')] })])).toBe(false);
  });
});

describe('whom an entry is about', () => {
  const nip = people.personnelOfficer.nip;
  const { name, unit } = people.personnelOfficer;

  it.each([
    ['the same', { name, nip, unit }, true],
    ['the same without titles and number', { name: 'intan umpama', nip: '', unit: '' }, true],
    ['another number', { name, nip: `${nip.slice(0, -3)}998`, unit }, false],
    ['no number and another unit', { name, nip: '', unit: 'Unit Lain' }, false],
    ['another name', { name: 'Intan Teladan', nip, unit }, false],
  ])('%s', (_what, person, expected) => {
    expect(isEntryOf(entry(), person)).toBe(expected);
  });

  it('goes by a former name too', () => {
    const married = entry({ person: { ...entry().person, name: 'Intan Teladan' }, formerNames: [name] });
    expect(isEntryOf(married, { name, nip, unit })).toBe(true);
  });
});
