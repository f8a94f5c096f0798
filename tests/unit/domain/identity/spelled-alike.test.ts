import { isSameSpelledOtherwise, spelledAlike } from '@shared/domain/identity/spelled-alike.ts';
import { describe, expect, it } from 'vitest';
import { counsellor, employee } from '../../../fixtures/people/cast.ts';

describe('names are spelled alike', () => {
  it.each([
    ['Siti Aminah', 'siti aminah'],
    ['Siti Aminah', 'Sitti Aminah'],
    ['Siti Aminah', 'Siti Aminnah, S.Sos.'],
    ['Siti Aminah', 'Siti'],
    ['Moh. Siti Aminah', 'Siti Aminah'],
  ])('%s and %s', (a, b) => {
    expect(spelledAlike(a, b)).toBe(true);
    expect(spelledAlike(b, a)).toBe(true);
  });

  it.each([
    ['Siti Aminah', 'Siti Rahma'],
    ['Siti Aminah', 'Budi Contoh'],
    ['Ani', 'Budi'],
  ])('but not %s and %s', (a, b) => {
    expect(spelledAlike(a, b)).toBe(false);
    expect(spelledAlike(b, a)).toBe(false);
  });
});

describe('the same person spelled otherwise', () => {
  it('has the same NIP and a name spelled alike, whatever else is said', () => {
    expect(isSameSpelledOtherwise(employee, { ...employee, rank: 'Pembina (IV/a)', unit: 'Unit lain' })).toBe(true);
    expect(isSameSpelledOtherwise(employee, { ...employee, name: counsellor.name })).toBe(false);
    expect(isSameSpelledOtherwise(employee, { ...employee, nip: counsellor.nip })).toBe(false);
    expect(isSameSpelledOtherwise(employee, { ...employee, nip: '' })).toBe(false);
  });

  it('without a NIP has the same name and unit', () => {
    const bare = { ...employee, nip: '' };
    expect(isSameSpelledOtherwise(bare, { ...bare, name: `${bare.name.toUpperCase()}, S.E.` })).toBe(true);
    expect(isSameSpelledOtherwise(bare, { ...bare, name: `x${bare.name}` })).toBe(false);
    expect(isSameSpelledOtherwise(bare, { ...bare, unit: 'Unit lain' })).toBe(false);
    expect(isSameSpelledOtherwise(bare, employee)).toBe(false);
  });
});
