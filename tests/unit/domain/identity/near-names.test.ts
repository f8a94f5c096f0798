import { sameName } from '@shared/domain/identity/name-words.ts';
import { nearNames } from '@shared/domain/identity/near-names.ts';
import { describe, expect, it } from 'vitest';

describe('a name', () => {
  it.each([
    ['Dr. Siti Aminah Contoh, M.Si.', 'siti  aminah contoh'],
    ['Hj. Siti Aminah Contoh', 'SITI AMINAH CONTOH, S.E.'],
    ['Siti Aminah Contoh S.Kom. M.T.', "Siti Aminah Cont'oh"],
  ])('is the same without degrees, case and punctuation: %s, %s', (a, b) => {
    expect([sameName(a, b), sameName(b, a), nearNames(a, b)]).toEqual([true, true, true]);
  });

  it.each([
    ['Moh. Siti Aminah', 'Siti Aminah'],
    ['Moh. Yusuf Contoh', 'Muhammad Yusuf Contoh'],
    ['M. Yusuf Contoh', 'Mochamad Yusuf Contoh'],
    ['Abd. Rahman Contoh', 'Abdul Rahman Contoh'],
    ['S. Aminah', 'Siti Aminah'],
    ['Siti Aminah', 'Siti Aminah Contoh'],
    ['Siti Aminah', 'Aminah Siti'],
    ['Siti Aminah', 'Siti Aminnah'],
    ['Siti', 'Siti Aminah'],
  ])('is near and not the same: %s, %s', (a, b) => {
    expect([sameName(a, b), nearNames(a, b), nearNames(b, a)]).toEqual([false, true, true]);
  });

  it.each([
    ['Siti Aminah', 'Siti Rahmawati'],
    ['Budi Contoh', 'Siti Aminah'],
    ['Bagas Teladan', 'Seno Umpama'],
    ['S. Aminah', 'Budi Aminah'],
  ])('is another one: %s, %s', (a, b) => {
    expect([sameName(a, b), nearNames(a, b), nearNames(b, a)]).toEqual([false, false, false]);
  });
});
