import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson, readCanonicalJson } from '../../electron/backend/crypto/canonical-json.ts';
import { decodeKeys, encodeKeys, type VaultKeys } from '../../electron/backend/vault/vault-keys.ts';
import { isLine, isListed, replacementReasons, vouchedSchema } from '../../shared/domain/identity/replacement.ts';
import { toIsoInstant } from '../../shared/kernel/date.ts';

// What a vault keeps and tells of its identities has one form: read and written again it is the same bytes.

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const seed = fc.uint8Array({ minLength: 32, maxLength: 32 });
const age = fc
  .array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'), { minLength: 58, maxLength: 58 })
  .map((letters) => `AGE-SECRET-KEY-1${letters.join('')}`);
const former = fc.record({
  signingSeed: seed,
  documentKeyHash: hash,
  replacedAt: fc.integer({ min: 0, max: 4_000_000_000_000 }).map(toIsoInstant),
  reason: fc.constantFrom(...replacementReasons),
});
const vaultKeys: fc.Arbitrary<VaultKeys> = fc.record({
  generation: fc.integer({ min: 1, max: 1_000_000 }),
  vaultId: hash.map((hex) => hex.slice(0, 32)),
  recordsKey: seed,
  notesKey: seed,
  signingSeed: seed,
  receivingIdentities: fc.array(age, { minLength: 1, maxLength: 4 }),
  documentKey: fc.uint8Array({ minLength: 1, maxLength: 200 }),
  formerIdentities: fc.array(former, { maxLength: 4 }),
});

it('key files of v1 and v2 are read as they were written; v2 is that of a vault which had another identity', () => {
  fc.assert(
    fc.property(vaultKeys, (keys) => {
      const bytes = encodeKeys(keys);
      const { format } = JSON.parse(new TextDecoder().decode(bytes));
      expect(format).toBe(keys.formerIdentities.length === 0 ? 'bilik/keys/v1' : 'bilik/keys/v2');
      const read = decodeKeys(Uint8Array.from(bytes));
      expect(read && encodeKeys(read)).toEqual(bytes);
    }),
  );
});

it('a list of hashes has one form, and tells exactly what is in it', () => {
  const hashes = fc.uniqueArray(hash, { maxLength: 40 });
  fc.assert(
    fc.property(hashes, hash, (some, other) => {
      const acts = [...some].sort();
      expect(vouchedSchema.safeParse({ acts, guidance: [] }).success).toBe(true);
      const bytes = canonicalJson({ acts, guidance: [] });
      expect(canonicalJson(readCanonicalJson(bytes))).toEqual(bytes);
      if (acts.length > 1)
        for (const acts2 of [acts.toReversed(), [...acts, acts.at(-1) ?? '']])
          expect(vouchedSchema.safeParse({ acts: acts2, guidance: [] }).success).toBe(false);
      for (const one of [...some, other]) expect(isListed(acts, one)).toBe(acts.includes(one));
    }),
  );
});

it('former keys stand in one line to the present one, none of them twice', () => {
  fc.assert(
    fc.property(fc.uniqueArray(hash, { minLength: 2, maxLength: 6 }), ([present = '', ...before]) => {
      const line = before.map((key, at) => ({ key, by: before[at - 1] ?? present }));
      expect(isLine(present, line)).toBe(true);
      expect(isLine(present, [...line, { key: present, by: before.at(-1) ?? '' }])).toBe(false);
      if (line.length > 1) expect(isLine(present, line.toReversed())).toBe(false);
    }),
  );
});
