import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyFingerprint } from '../../../electron/backend/crypto/key-fingerprint.ts';
import { readActContainer, writeActContainer } from '../../../electron/backend/formats/act/act-container.ts';
import { verifySealedAct } from '../../../electron/backend/formats/act/act-crypto.ts';
import { sampleAct } from '../../fixtures/document-samples.ts';

const codeOf = (act: Parameters<typeof verifySealedAct>[0]) => {
  const result = verifySealedAct(act);
  return result.ok ? 'ok' : result.error.code;
};
const flip = (bytes: Uint8Array, seed: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const at = seed % (copy.length * 8);
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7));
  return copy;
};

describe('a sealed act', () => {
  it('opens whole, and with its header alone', () => {
    const act = sampleAct();
    const whole = verifySealedAct(act);
    expect(whole).toMatchObject({
      ok: true,
      value: { hash: act.hash, body: { institution: 'Badan Arsip Daerah Contoh' } },
    });
    expect(verifySealedAct({ ...act, bodyBytes: null, salt: null })).toMatchObject({
      ok: true,
      value: { hash: act.hash, body: null },
    });
  });

  it('has a header in canonical form that names nobody', () => {
    const text = new TextDecoder().decode(sampleAct().headerBytes);
    const keys = [...text.matchAll(/"([a-zA-Z]+)":/g)].map((match) => match[1]);
    expect(keys).toEqual([...keys].sort());
    // By words alone: four digits of a number may stand in any hash.
    expect(text).not.toMatch(/\s|Sekar|"(name|nip)"/);
  });

  it('refuses any changed bit of header, body, salt or signature with its code', () => {
    const act = sampleAct();
    fc.assert(
      fc.property(fc.nat(1e9), (seed) => {
        expect(['actHeaderInvalid', 'actSignatureInvalid']).toContain(
          codeOf({ ...act, headerBytes: flip(act.headerBytes, seed) }),
        );
        expect(codeOf({ ...act, bodyBytes: flip(act.bodyBytes, seed) })).toBe('actBodyMismatch');
        expect(codeOf({ ...act, salt: flip(act.salt, seed) })).toBe('actBodyMismatch');
        expect(codeOf({ ...act, signature: flip(act.signature, seed) })).toBe('actSignatureInvalid');
      }),
      { numRuns: 60 },
    );
  });

  it('refuses the body of another act', () => {
    const [one, other] = [sampleAct(), sampleAct()];
    expect(codeOf({ ...one, bodyBytes: other.bodyBytes, salt: other.salt })).toBe('actBodyMismatch');
  });

  it('travels in its file byte for byte', () => {
    const act = sampleAct();
    expect(readActContainer(writeActContainer(act))).toMatchObject({ ok: true, value: { hash: act.hash } });
    const wrong = Buffer.from(writeActContainer(act)).toString().replace('act-file/v2', 'act-file/v1');
    expect(readActContainer(Buffer.from(wrong))).toEqual({ ok: false, error: { code: 'actFileInvalid' } });
    expect(readActContainer(randomBytes(100))).toEqual({ ok: false, error: { code: 'actFileInvalid' } });
  });

  it('has a short name for the key', () => {
    // SHA-256 of 32 zero bytes begins with these 16 bytes.
    expect(keyFingerprint('00'.repeat(32))).toBe('6668 7aad f862 bd77 6c8f c18b 8e9f 8e20');
  });
});
