import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { openWithIdentity, sealToRecipient } from '../../../electron/backend/crypto/age.ts';
import { normaliseCode, parseRecoveryCode, toRecoveryGroups } from '../../../electron/backend/vault/recovery-code.ts';

let identity = '';
let code = '';
beforeAll(async () => {
  identity = await generateX25519Identity();
  code = toRecoveryGroups(identity).join('');
});

const isGood = async (text: string) => {
  const parsed = await parseRecoveryCode(text);
  return parsed.ok && parsed.value === identity;
};

it('shows 58 characters in ten groups', () => {
  const groups = toRecoveryGroups(identity);
  expect(groups.map((group) => group.length)).toEqual([6, 6, 6, 6, 6, 6, 6, 6, 6, 4]);
  expect(`AGE-SECRET-KEY-1${groups.join('')}`).toBe(identity);
});

it('takes the code in any case, with any blanks and dashes, with or without its beginning', async () => {
  const separator = fc.constantFrom('', ' ', '-', ' - ', '\n', '\t', '–', '  ');
  await fc.assert(
    fc.asyncProperty(
      fc.array(separator, { minLength: 58, maxLength: 58 }),
      fc.boolean(),
      fc.boolean(),
      async (gaps, lower, long) => {
        const typed = [...code]
          .map((character, i) => `${gaps[i]}${lower ? character.toLowerCase() : character}`)
          .join('');
        return isGood(long ? `age-secret-key-1${typed}` : typed);
      },
    ),
  );
});

it('refuses every change of one character, every one left out, doubled or swapped', async () => {
  const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ?!';
  for (let at = 0; at < code.length; at++) {
    const [before, here, after] = [code.slice(0, at), code.charAt(at), code.slice(at + 1)];
    const others = [...characters].filter((character) => character !== here);
    const changed = others.map((character) => before + character + after);
    const swapped = after === '' || after.charAt(0) === here ? [] : [before + after.charAt(0) + here + after.slice(1)];
    for (const wrong of [...changed, ...swapped, before + after, before + here + here + after]) {
      const parsed = await parseRecoveryCode(wrong);
      expect(parsed).toEqual({ ok: false, error: { code: 'recoveryCodeInvalid' } });
    }
  }
});

it('opens what is sealed to it, a thousand times, and refuses every change of one sign of it', async () => {
  const signs = [...'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'];
  for (let sheet = 0; sheet < 1000; sheet++) {
    const made = await generateX25519Identity();
    const typed = toRecoveryGroups(made).join(' ').toLowerCase();
    const parsed = await parseRecoveryCode(typed);
    const sealed = await sealToRecipient(Buffer.from(String(sheet)), await identityToRecipient(made));
    const opened = parsed.ok ? await openWithIdentity(sealed, parsed.value) : parsed;
    expect(opened.ok && Buffer.from(opened.value).toString()).toBe(String(sheet));
    const bare = toRecoveryGroups(made).join('');
    for (let at = 0; at < bare.length; at++) {
      const sign = signs[(sheet + at) % signs.length] ?? '';
      const wrong = bare.slice(0, at) + (sign === bare[at] ? 'B' : sign) + bare.slice(at + 1);
      expect((await parseRecoveryCode(wrong)).ok).toBe(false);
    }
  }
});

it('refuses a changed beginning and anything else without throwing', async () => {
  const beginning = normaliseCode('AGE-SECRET-KEY-1');
  for (let at = 0; at < beginning.length; at++) {
    const wrong = `${beginning.slice(0, at)}X${beginning.slice(at + 1)}${code}`;
    expect(await isGood(wrong)).toBe(false);
  }
  await fc.assert(
    fc.asyncProperty(fc.string({ maxLength: 300, unit: 'binary' }), async (text) => !(await isGood(text))),
  );
});
