import { plainUnit, samePerson, sameUnit } from '@shared/domain/identity/same-person.ts';
import { unitGroups } from '@shared/domain/identity/unit-groups.ts';
import { describe, expect, it } from 'vitest';
import { assessor } from '../../../fixtures/people/cast.ts';

describe('one unit or two', () => {
  it.each([
    ['SUBBAGIAN  UMUM'],
    ['Sub Bagian Umum'],
    ['Sub-Bagian Umum'],
    ['Sub\u2013bagian\u00a0umum.'],
    ['Sub\u200bbagian Umum'],
    ['S.u.b.b.a.g.i.a.n Umum'],
  ])('knows %j', (unit) => {
    expect(plainUnit(unit)).toBe(plainUnit('Subbagian Umum'));
  });
  it.each([
    ['Seksi 1.1', 'Seksi 11'],
    ['SD 1 2', 'SD 12'],
    ['Bagian Umum', 'Subbagian Umum'],
  ])('keeps %j from %j', (one, other) => {
    expect(plainUnit(one)).not.toBe(plainUnit(other));
  });
  it('is none where only signs are written', () => {
    const unnumbered = { ...assessor, nip: '' };
    expect(sameUnit({ ...unnumbered, unit: '-' }, { ...unnumbered, unit: '–' })).toBe(false);
    expect(samePerson({ ...unnumbered, unit: '-' }, unnumbered)).toBe(true);
  });
  it('is named as most write it', () => {
    const written = [
      { unit: '', people: 3 },
      { unit: '-', people: 9 },
      { unit: 'Sub Bagian Umum', people: 2 },
      { unit: 'SUBBAGIAN UMUM', people: 5 },
    ];
    expect([...unitGroups(written).values()]).toMatchObject([
      { unit: '', spellings: ['', '-'] },
      { unit: 'SUBBAGIAN UMUM', spellings: ['Sub Bagian Umum', 'SUBBAGIAN UMUM'] },
    ]);
  });
});
