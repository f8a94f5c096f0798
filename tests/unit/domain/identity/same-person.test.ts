import { plainName, sameName } from '@shared/domain/identity/name-words.ts';
import { maskNip, suggestedStatus } from '@shared/domain/identity/nip.ts';
import { pnsRanks, pppkRanks, rankText } from '@shared/domain/identity/ranks.ts';
import { mayBeSamePerson, samePerson, sameUnit } from '@shared/domain/identity/same-person.ts';
import fc from 'fast-check';
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
  it.each([
    ['Budi Contoh S.Pd', 'Budi Contoh, S.Pd.'],
    ['Budi Contoh SPd', 'BUDI CONTOH, S.Pd., M.M.'],
    ['Budi Contoh S.Pd. MM', 'Budi  Contoh'],
    ['Drs. H. Budi Contoh MSi', 'budi contoh'],
    ['A.Rahmat Contoh', 'A. Rahmat Contoh'],
    ['Budi\u200b Contoh', 'Budi Contoh'],
    ['Budi Contoh', 'Búdi Contoh'],
    ['Nurma Simulasi A.Md.Kep.', 'Nurma Simulasi'],
  ])('is one name with degrees in any form: %s, %s', (a, b) => {
    expect(plainName(a)).toBe(plainName(b));
    const [one, other] = [a, b].map((name) => ({ ...assessor, nip: '', name }));
    expect(samePerson(one!, other!)).toBe(true);
  });
  it.each([
    ['A. Rahmat Contoh', 'M. Rahmat Contoh'],
    ['A. Rahmat Contoh', 'Rahmat Contoh'],
    ['A.Rahmat Contoh', 'M.Rahmat Contoh'],
    ['M. H.', 'S. E.'],
    ['M. H.', 'Budi Contoh'],
    ['.', '-'],
    ['\u200b', '\u200b'],
    [', S.Pd.', ', S.Pd.'],
  ])('is two names, or nobody: %s, %s', (a, b) => {
    const [one, other] = [a, b].map((name) => ({ ...assessor, nip: '', name }));
    expect(samePerson(one!, other!)).toBe(false);
  });
  it('leaves something of every name of letters, and an empty one is nobody', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom('S.Pd', 'M. H.', 'Dr. '),
        (name, title) => {
          const first = name.split(',')[0] ?? '';
          if (/[a-z]/i.test(first)) expect(plainName(name)).not.toBe('');
          if (plainName(name) === '') expect(sameName(name, name)).toBe(false);
          expect(plainName(`${title}`)).not.toBe('');
          expect(sameName(name, name)).toBe(plainName(name) !== '');
        },
      ),
    );
  });
  it('may be one where names are near, until both numbers are written', () => {
    const unnumbered = { ...assessor, nip: '', name: 'D. Contohwijaya' };
    expect([samePerson(unnumbered, assessor), mayBeSamePerson(unnumbered, assessor)]).toEqual([false, true]);
    expect(mayBeSamePerson({ ...unnumbered, nip: '199001012015011999' }, assessor)).toBe(false);
    expect(mayBeSamePerson({ ...unnumbered, unit: 'Unit lain' }, assessor)).toBe(false);
    expect(mayBeSamePerson({ ...unnumbered, name: '.' }, { ...assessor, name: '.' })).toBe(false);
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
