import { isNipShape } from '@shared/domain/identity/nip.ts';
import { nipDoubts } from '@shared/domain/identity/nip-check.ts';
import { describe, expect, test } from 'vitest';

const today = '2026-11-24';

describe('NIP and NI PPPK', () => {
  test('have 18 digits or are left empty', () => {
    for (const nip of ['', '198001012005012001']) expect(isNipShape(nip)).toBe(true);
    for (const nip of ['19800101200501200', '1980010120050120011', '19800101 200501 2 001', 'x'.repeat(18)]) {
      expect(isNipShape(nip)).toBe(false);
    }
  });

  test('an implausible number is doubted, not refused', () => {
    expect(nipDoubts('198001012005012001', today)).toEqual([]);
    expect(nipDoubts('198001012023211001', today)).toEqual([]);
    expect(nipDoubts('198013012005012001', today)).toEqual(['birthImplausible']);
    expect(nipDoubts('203001012055012001', today)).toEqual(['birthImplausible', 'appointmentImplausible']);
    expect(nipDoubts('198001011985012001', today)).toEqual(['appointmentImplausible']);
    expect(nipDoubts('198001012005013001', today)).toEqual(['sexImplausible']);
    expect(nipDoubts('1980', today)).toEqual([]);
  });
});
