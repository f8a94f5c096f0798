import { maskNip, suggestedStatus } from '@shared/domain/identity/nip.ts';
import { pnsRanks, pppkRanks, rankText } from '@shared/domain/identity/ranks.ts';
import { plainName, samePerson, sameUnit } from '@shared/domain/identity/same-person.ts';
import { describe, expect, it } from 'vitest';
import { assessor, employee } from '../../../fixtures/people/cast.ts';

describe('one person or two', () => {
  it('is told by NIP where both have one, whatever the names', () => {
    expect(samePerson(assessor, { ...assessor, name: 'Nama lain', unit: 'Unit lain' })).toBe(true);
    expect(samePerson(assessor, { ...assessor, nip: '199001012015011999' })).toBe(false);
  });
  it('is told by name without titles, and by unit where both name one', () => {
    const unnumbered = { ...assessor, nip: '' };
    expect(samePerson(unnumbered, { ...assessor, name: 'DAMAR  Contohwijaya' })).toBe(true);
    expect(samePerson(unnumbered, { ...unnumbered, unit: 'Unit lain' })).toBe(false);
    expect(samePerson(unnumbered, { ...unnumbered, unit: '' })).toBe(true);
    expect(samePerson(unnumbered, { ...employee, nip: '' })).toBe(false);
  });
  it('knows names without titles', () => {
    expect(plainName('Dr. Damar Contohwijaya, M.Si.')).toBe('damar contohwijaya');
    expect(plainName('Hj. Nurma Simulasi, S.H., M.H.')).toBe('nurma simulasi');
  });
  it('knows a unit in whatever letters', () => {
    expect(sameUnit(employee, { ...assessor, unit: `  ${employee.unit.toUpperCase()}.` })).toBe(true);
    expect(sameUnit({ ...employee, unit: '' }, { ...assessor, unit: '' })).toBe(false);
  });
});

describe('NIP', () => {
  it('is masked but for its serial number', () => {
    expect(maskNip('199103142015032999')).toBe(`${'•'.repeat(15)}999`);
    expect(maskNip('')).toBe('');
  });
  it('suggests the status by digits 13 and 14', () => {
    expect(suggestedStatus('199103142015032999')).toBe('pns');
    expect(suggestedStatus('199103142023211999')).toBe('pppk');
    expect(suggestedStatus('1991')).toBeNull();
  });
});

describe('ranks', () => {
  it('run from I/a to IV/e and from I to XVII', () => {
    expect(pnsRanks.map(({ grade }) => grade)).toHaveLength(17);
    expect(pnsRanks.map(rankText)).toEqual(
      expect.arrayContaining([
        'Juru Muda / I/a',
        'Pengatur Muda / II/a',
        'Penata Muda / III/a',
        'Pembina Utama / IV/e',
      ]),
    );
    expect(pppkRanks).toHaveLength(17);
    expect(pppkRanks.map(rankText).at(-1)).toBe('XVII');
  });
});
