import en from '@shared/i18n/en/vault.json' with { type: 'json' };
import id from '@shared/i18n/id/vault.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { recoverySheet } from '../../../electron/backend/desk/recovery-sheet.ts';

const keyFingerprint = '6668 7aad f862 bd77 6c8f c18b 8e9f 8e20';
const sheetIn = (language: 'id' | 'en'): string =>
  recoverySheet(language, { dir: '/tiada/Brankas', keyFingerprint }, ['ABCDEF', 'GHIJKL'], { now: () => 0 }).html;

test.each([
  ['id', id.vault.forgotten],
  ['en', en.vault.forgotten],
] as const)('the recovery sheet in %s names the button of the unlock page', (language, button) => {
  expect(sheetIn(language)).toContain(`“${button}”`);
  expect(sheetIn(language)).not.toContain('{{');
});

test('the recovery sheet shows the security code as every screen does', () => {
  expect(sheetIn('id')).toContain(keyFingerprint);
});
