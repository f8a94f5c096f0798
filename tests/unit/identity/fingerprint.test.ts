import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseQrText, qrText } from '@shared/domain/documents/qr-text.ts';
import { bareFingerprint, fingerprintOf } from '@shared/domain/identity/fingerprint.ts';
import { expect, test } from 'vitest';
import { keyFingerprint } from '../../../electron/backend/crypto/key-fingerprint.ts';

const key = '00'.repeat(32);
const readable = '6668 7aad f862 bd77 6c8f c18b 8e9f 8e20';

test('a key has one security code, from bytes or hexadecimal: 32 digits in groups of four', () => {
  expect(keyFingerprint(key)).toBe(readable);
  expect(keyFingerprint(new Uint8Array(32))).toBe(readable);
});

test('what a QR code says of a key can be compared with the screen as it stands', () => {
  const actHash = 'ab'.repeat(32);
  const text = qrText({ actHash, keyFingerprint: keyFingerprint(key) });
  expect(text).toBe(`BILIK:1:${actHash}:${bareFingerprint(readable)}`.toUpperCase());
  expect(parseQrText(text)).toEqual({ actHash, keyFingerprint: keyFingerprint(key) });
});

test('a paper printed before reads the same: its QR code always had 32 digits', () => {
  const printed = `BILIK:1:${'AB'.repeat(32)}:66687AADF862BD776C8FC18B8E9F8E20`;
  expect(parseQrText(printed)?.keyFingerprint).toBe(readable);
  expect(fingerprintOf('66687AADF862BD776C8FC18B8E9F8E20')).toBe(readable);
});

test('no other place cuts a fingerprint out of a hash', () => {
  const backend = resolve(import.meta.dirname, '../../../electron');
  const cutting = readdirSync(backend, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('key-fingerprint.ts'))
    .filter((name) =>
      /ingerprint[^\n]*(slice|subarray)\(0, (8|16|32)\)/.test(readFileSync(join(backend, name), 'utf8')),
    );
  expect(cutting).toEqual([]);
});
