import { describe, expect, it } from 'vitest';
import { plainNumber } from '../../../shared/domain/documents/document-number.ts';
import { defaultNumbering, identityOf } from '../../../shared/domain/documents/numbering.ts';

const numbering = { ...defaultNumbering, positionCode: 'Set. DJ', classificationCode: 'KP.03' };
const written = 'R-12/Set. DJ/KP.03/XI/2026';
const borne = { paper: 'invitation', signatory: 'Kepala', mark: 'restricted', date: '2026-11-20', office: '' } as const;
const of = (number: string) => identityOf(numbering, { ...borne, number });

/** The same number as people type and paste it: full-width, a dash, spaces, a sign of no width, another stroke. */
const spellings: readonly (readonly [name: string, spell: (number: string) => string])[] = [
  ['full-width figures', (number) => number.replace('12', '１２')],
  ['full-width letters', (number) => number.replace('R', 'Ｒ')],
  ['a dash', (number) => number.replace('-', '–')],
  ['spaces around strokes', (number) => number.replaceAll('/', ' / ')],
  ['a sign of no width', (number) => number.replace('12', '1\u200b2')],
  ['a division stroke', (number) => number.replaceAll('/', '\u2215')],
  ['a space that does not break', (number) => number.replace('. ', '.\u00a0')],
];

describe('a number spelled otherwise', () => {
  it.each(spellings)('is the same by the template: %s', (_, spell) => {
    expect(spell(written)).not.toBe(written);
    expect(of(spell(written))).toBe(of(written));
  });

  it.each(spellings)('is the same where no template reads it: %s', (_, spell) => {
    const foreign = 'R-12/Lain. Kantor//X';
    expect(of(spell(foreign))).toBe(of(foreign));
  });

  it('stays another where it is another', () => {
    for (const other of ['R-13/Set. DJ/KP.03/XI/2026', 'R-21/Set. DJ/KP.03/XI/2026'])
      expect(of(other)).not.toBe(of(written));
    expect(plainNumber('31.a TAHUN 2026')).toBe('31.a TAHUN 2026');
  });
});
