import { maskNip } from '@shared/domain/identity/nip.ts';
import { expect, test } from 'vitest';

test('a masked NIP shows neither birth date nor sex', () => {
  expect(maskNip('198501012010011007')).toBe('•••••••••••••••007');
  expect(maskNip('')).toBe('');
});
