import { finds, searchable } from '@shared/kernel/search-text.ts';
import { describe, expect, it } from 'vitest';

describe('a search', () => {
  const text = searchable(['Drs. A. Rahmat Conto\u0301h, S.Pd.', 'Sub-Bagian Umum', '19700101 200001 1 999']);
  it.each([
    ['A.Rahmat'],
    ['a rahmat'],
    ['spd'],
    ['S.Pd.'],
    ['CONTOH'],
    ['Con\u200btoh'],
    ['subbagian'],
    ['rahmatcontoh'],
    ['sub bagian'],
    ['Sub\u2013Bagian'],
    ['19700101.200001'],
    ['umum rahmat'],
    [' - '],
    [''],
  ])('finds %j however it is written', (search) => {
    expect(finds(search)(text)).toBe(true);
  });
  it.each([['ahco'], ['umum 1971'], ['spdsub'], ['m.rahmat']])('finds no %j', (search) => {
    expect(finds(search)(text)).toBe(false);
  });
});
