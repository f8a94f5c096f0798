import type { DirectoryMember } from '@shared/contract/identity.ts';
import { describe, expect, it } from 'vitest';
import { type KnownKeys, ownerOf } from '../../../renderer/features/papers/check/key-owner.ts';

const key = (keyFingerprint: string, revoked: DirectoryMember['keys'][number]['revoked'] = null) => ({
  key: keyFingerprint.repeat(8),
  keyFingerprint,
  from: '2026-01-01T00:00:00.000Z',
  revoked,
});
const member = (name: string, keys: DirectoryMember['keys'], self = false): DirectoryMember => ({
  entryId: name.padEnd(32, '0'),
  person: { name, position: '', unit: '', nipTail: '' },
  roles: [],
  currentRoles: [],
  keys,
  self,
});
const revoked = { at: '2026-05-01T00:00:00.000Z', reason: 'lost' } as const;
const sekar = member('Sekar', [key('aaaa', revoked), key('bbbb')]);
const own = member('Saya', [key('cccc', revoked), key('dddd')], true);
const directory = { institution: '' } as unknown as KnownKeys['status']['directory'];
const known: KnownKeys = { status: { keyFingerprint: 'dddd', directory }, members: [sekar, own] };

describe('whose key signed what a PDF carries', () => {
  it('is told by the directory, a revoked key as such', () => {
    expect(ownerOf('bbbb', known)).toEqual({ known: 'member', member: sekar, revoked: null });
    expect(ownerOf('aaaa', known)).toEqual({ known: 'member', member: sekar, revoked });
  });
  it('is this vault, with a directory or without; an own key of before is told as revoked', () => {
    expect(ownerOf('dddd', known)).toEqual({ known: 'self' });
    expect(ownerOf('dddd', { status: { keyFingerprint: 'dddd', directory: null }, members: [] })).toEqual({
      known: 'self',
    });
    expect(ownerOf('cccc', known)).toEqual({ known: 'member', member: own, revoked });
  });
  it('is nobody known, and it says when no directory could tell', () => {
    expect(ownerOf('eeee', known)).toEqual({ known: 'nobody' });
    expect(ownerOf('eeee', { status: { keyFingerprint: 'dddd', directory: null }, members: [] })).toEqual({
      known: 'noDirectory',
    });
  });
});
