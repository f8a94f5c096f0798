import { expect, it } from 'vitest';
import { withoutHiddenSigns } from '../../../../shared/kernel/hidden-signs.ts';

it.each([
  ['gambar\u202egnp.exe', 'gambargnp.exe'],
  ['\ufeffSekar\u200b \u2066Ayu\u2069\u200d', 'Sekar Ayu'],
  ['Rékayasa, S.Kom.\u00ad', 'Rékayasa, S.Kom.'],
  ['👩‍💼 👩🏽 👩🏽‍💻', '👩‍💼 👩🏽 👩🏽‍💻'],
  ['', ''],
])('%j is read as %j', (text, read) => {
  expect(withoutHiddenSigns(text)).toBe(read);
});
