import { describe, expect, test } from 'vitest';
import {
  groupLengths,
  hasForeignCharacter,
  isComplete,
  splitCode,
  tidyGroup,
} from '../../../renderer/features/vault/recovery-groups.ts';

const code = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7LQPZRY9X8GF2TVDW0S3JN54KHCE';

describe('groups of a recovery code', () => {
  test('hold the 58 characters that differ from code to code', () => {
    expect(groupLengths.reduce((sum, length) => sum + length, 0)).toBe(58);
    expect(code).toHaveLength(58);
  });

  test('a pasted code is split, with or without its beginning, however it is spaced', () => {
    const groups = splitCode(code);
    expect(groups.join('')).toBe(code);
    expect(isComplete(groups)).toBe(true);
    expect(splitCode(`AGE-SECRET-KEY-1${code}`)).toEqual(groups);
    expect(splitCode(groups.join(' - ').toLowerCase())).toEqual(groups);
  });

  test('too short or too long is not complete', () => {
    expect(isComplete(splitCode(code.slice(1)))).toBe(false);
    expect(isComplete(splitCode(`${code}Q`))).toBe(false);
  });

  test('characters that never occur are told at once', () => {
    for (const character of ['B', 'I', 'O', '1', 'Ñ']) expect(hasForeignCharacter(`QP${character}`)).toBe(true);
    expect(hasForeignCharacter(tidyGroup('qp zr-y9'))).toBe(false);
    expect(hasForeignCharacter('')).toBe(false);
  });
});
