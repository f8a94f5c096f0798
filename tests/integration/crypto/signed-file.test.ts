import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/backend/crypto/canonical-json.ts';
import { publicKeyOf, signEd25519, signingKeyOf } from '../../../electron/backend/crypto/ed25519.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import {
  readAnySignedFile,
  readSignedFile,
  writeSignedFile,
} from '../../../electron/backend/formats/identity/signed-file.ts';
import type { Card } from '../../../shared/domain/identity/card.ts';
import type { Directory } from '../../../shared/domain/identity/directory.ts';
import { toPublicPerson } from '../../../shared/domain/identity/public-person.ts';
import { maxSignedFileBytes, signedFileDomains } from '../../../shared/domain/identity/signed-file.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { codeOf, unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';
import { sampleRecipient } from '../../fixtures/recipient.ts';

const signer = () => {
  const key = signingKeyOf(systemRandom.bytes(32));
  const sign = (domain: string, bytes: Uint8Array) => signEd25519(key, domain, bytes);
  return { publicKey: publicKeyOf(key), sign };
};

const vault = signer();
const at = '2026-11-20T02:03:04.005Z';
const id = (digit: string): string => digit.repeat(32);
const recipient = sampleRecipient;

const card = {
  format: 'bilik/card/v1',
  person: toPublicPerson(people.counsellor),
  roles: ['counsellor'],
  institution: people.institution,
  key: toHex(vault.publicKey),
  recipient,
  vaultId: id('1'),
  documentKey: id('2').repeat(2),
  issuedAt: at,
  invitationId: null,
} as Card;

const directoryOf = (count: number): Directory =>
  ({
    format: 'bilik/directory/v1',
    directoryId: id('d'),
    serial: 1,
    institution: people.institution,
    issuedAt: at,
    previous: null,
    entries: Array.from({ length: count }, (_, index) => ({
      entryId: index.toString(16).padStart(32, '0'),
      person: toPublicPerson(people.counsellor),
      formerNames: [],
      roles: [{ role: 'counsellor', from: '2026-01-01', to: null }],
      keys: [
        {
          key: index.toString(16).padStart(64, '0'),
          recipient,
          vaultId: id('1'),
          documentKey: id('2').repeat(2),
          from: at,
          revoked: null,
        },
      ],
    })),
  }) as unknown as Directory;

const envelope = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...JSON.parse(new TextDecoder().decode(writeSignedFile('card', card, vault))),
  ...over,
});
const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
/** A file around payload bytes that are signed as they stand. */
const signed = (kind: 'card' | 'directory', payload: Uint8Array, by = vault): Uint8Array =>
  encode(
    envelope({
      kind,
      key: toHex(by.publicKey),
      payload: Buffer.from(payload).toString('base64'),
      signature: toHex(by.sign(signedFileDomains[kind], payload)),
    }),
  );
const codeOfAny = (file: Uint8Array): string => codeOf(readAnySignedFile(file));

describe('a signed file', () => {
  it('gives back what was signed, byte for byte', () => {
    const opened = unwrap(readSignedFile('card', writeSignedFile('card', card, vault)));
    expect(opened).toMatchObject({ kind: 'card', payload: card, key: card.key });
    expect(Buffer.from(opened.payloadBytes)).toEqual(Buffer.from(canonicalJson(card)));
    const directory = directoryOf(2);
    expect(unwrap(readSignedFile('directory', writeSignedFile('directory', directory, vault))).payload).toEqual(
      directory,
    );
  });

  it('of another kind is told apart from one that is no good', () => {
    const file = writeSignedFile('card', card, vault);
    expect(codeOf(readSignedFile('directory', file))).toBe('signedFileOtherKind');
    file[file.length - 40] = (file[file.length - 40] ?? 0) ^ 1;
    expect(codeOf(readSignedFile('directory', file))).toBe('signedFileInvalid');
  });

  const saysTheSame = (a: Uint8Array, b: Uint8Array): boolean => {
    const [one, other] = [a, b].map((bytes) => {
      try {
        return JSON.stringify(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
      } catch {
        return undefined;
      }
    });
    return one !== undefined && one === other;
  };

  const flip = (file: Uint8Array, bit: number): Uint8Array => {
    const flipped = Uint8Array.from(file);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    return flipped;
  };

  it('is refused with any one bit flipped', { timeout: 300_000 }, () => {
    const file = writeSignedFile('card', card, vault);
    expect(codeOfAny(file)).toBe('ok');
    const bits = Array.from({ length: file.length * 8 }, (_, bit) => bit);
    expect(bits.filter((bit) => codeOfAny(flip(file, bit)) !== 'signedFileInvalid')).toEqual([]);
  });

  it('of a directory is refused with bits flipped anywhere', () => {
    const file = writeSignedFile('directory', directoryOf(20), vault);
    const bits = fc.uniqueArray(fc.nat(file.length * 8 - 1), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bits, (flips) => {
        const flipped = flips.reduce(flip, file);
        // A line break of the envelope can become another white space: then it says the very same.
        expect(codeOfAny(flipped)).toBe(saysTheSame(flipped, file) ? 'ok' : 'signedFileInvalid');
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused cut anywhere, or with anything after it', () => {
    const file = writeSignedFile('card', card, vault);
    // The line feed at the end is no part of the JSON.
    for (let length = 0; length < file.length - 1; length++)
      expect(codeOfAny(file.subarray(0, length))).toBe('signedFileInvalid');
    expect(codeOfAny(Buffer.concat([file, Buffer.from('}')]))).toBe('signedFileInvalid');
  });

  it.each([
    ['of another format', envelope({ format: 'bilik/signed/v2' })],
    ['with a field more', envelope({ more: 1 })],
    ['without a field', envelope({ key: undefined })],
    ['under a kind that it was not signed as', envelope({ kind: 'directory' })],
    ['by another key', envelope({ key: toHex(signer().publicKey) })],
    ['with capitals in the signature', envelope({ signature: String(envelope().signature).toUpperCase() })],
    ['whose signature is of all zeros', envelope({ signature: '0'.repeat(128), key: '0'.repeat(64) })],
    ['in an array', [envelope()]],
    ['that is null', null],
  ])('is refused %s', (_what, value) => {
    expect(codeOfAny(encode(value))).toBe('signedFileInvalid');
  });

  it('is refused when a name stands twice in it: readers differ in which they take', () => {
    const text = new TextDecoder().decode(writeSignedFile('card', card, vault));
    const [kind = ''] = /"kind": "\w+",/.exec(text) ?? [];
    const twice = [
      text.replace(kind, `"kind": "directory", ${kind}`),
      text.replace(kind, `${kind} "\\u006bind": "card",`),
    ];
    for (const other of twice) {
      expect(JSON.parse(other)).toEqual(JSON.parse(text));
      expect(codeOfAny(new TextEncoder().encode(other))).toBe('signedFileInvalid');
    }
    expect(codeOfAny(new TextEncoder().encode(text.replaceAll('\n', '\r\n')))).toBe('ok');
  });

  it('is refused when its Base64 has another spelling', () => {
    const payload = Buffer.from(canonicalJson({ ...card, institution: `${card.institution}..` }));
    const padded = [0, 1, 2].map((more) =>
      Buffer.from(canonicalJson({ ...card, institution: card.institution + '.'.repeat(more) })).toString('base64'),
    );
    const spare = padded.find((text) => text.endsWith('=')) ?? payload.toString('base64');
    const other = spare.replace(/([A-Za-z0-9+/])(=+)$/, (_, last: string, end: string) => {
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
      return `${alphabet[alphabet.indexOf(last) + 1]}${end}`;
    });
    const bytes = Buffer.from(spare, 'base64');
    expect(Buffer.from(other, 'base64')).toEqual(bytes);
    expect(other).not.toBe(spare);
    const signature = toHex(vault.sign(signedFileDomains.card, bytes));
    expect(codeOfAny(encode(envelope({ payload: spare, signature })))).toBe('ok');
    expect(codeOfAny(encode(envelope({ payload: other, signature })))).toBe('signedFileInvalid');
  });

  it.each([
    ['that speaks for another key', canonicalJson({ ...card, key: '1'.repeat(64) })],
    ['whose JSON is not canonical', new TextEncoder().encode(JSON.stringify(card, null, 1))],
    [
      'that says one thing twice',
      new TextEncoder().encode(
        new TextDecoder().decode(canonicalJson(card)).replace('{', '{"format":"bilik/card/v1",'),
      ),
    ],
    ['with a field more', canonicalJson({ ...card, nip: '1' })],
    ['without roles', canonicalJson({ ...card, roles: [] })],
    ['that is no UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d)],
    ['that is no JSON', Uint8Array.of(1, 2, 3)],
    [
      'with half a character',
      new TextEncoder().encode(new TextDecoder().decode(canonicalJson(card)).replace('Kementerian', '\\ud800')),
    ],
  ])('is refused with a genuine signature around a card %s', (_what, payload) => {
    expect(codeOfAny(signed('card', canonicalJson(card)))).toBe('ok');
    expect(codeOfAny(signed('card', payload))).toBe('signedFileInvalid');
  });

  it('is refused with a genuine signature around a directory in which a key stands twice', () => {
    const directory = directoryOf(2);
    expect(codeOfAny(signed('directory', canonicalJson(directory)))).toBe('ok');
    const [first, second] = directory.entries;
    const doubled = { ...directory, entries: [first, { ...second, keys: first?.keys }] };
    expect(codeOfAny(signed('directory', canonicalJson(doubled)))).toBe('signedFileInvalid');
  });

  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 2000 }), fc.json().map(encode)), (bytes) => {
        expect(codeOfAny(bytes)).toBe('signedFileInvalid');
      }),
    );
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(codeOfAny(new TextEncoder().encode(deep))).toBe('signedFileInvalid');
    expect(codeOfAny(signed('card', new TextEncoder().encode(deep)))).toBe('signedFileInvalid');
  });
});

describe('a large signed file', () => {
  let large: Uint8Array;
  beforeAll(() => {
    large = writeSignedFile('directory', directoryOf(5000), vault);
  });

  it('is read when it is as large as an institution', () => {
    expect(unwrap(readSignedFile('directory', large)).payload.entries).toHaveLength(5000);
  });

  it('fits into an invitation', () => {
    const invitation = {
      format: 'bilik/invitation/v1',
      invitationId: id('9'),
      institution: people.institution,
      directory: Buffer.from(large).toString('base64'),
      person: people.counsellor,
      roles: ['counsellor'],
      issuedAt: at,
    } as const;
    const file = writeSignedFile('invitation', { ...invitation, roles: ['counsellor'] } as never, vault);
    expect(codeOfAny(file)).toBe('ok');
  });

  it('is refused unread past the limit, and not written', () => {
    const text = new TextDecoder().decode(large);
    const padded = text + ' '.repeat(maxSignedFileBytes - text.length);
    expect(codeOfAny(new TextEncoder().encode(padded))).toBe('ok');
    expect(codeOfAny(new TextEncoder().encode(`${padded} `))).toBe('signedFileInvalid');
    const huge = { ...directoryOf(5000) };
    const names = Array.from({ length: 20 }, (_, index) => `${index} ${'x'.repeat(190)}`);
    const entries = huge.entries.map((entry) => ({ ...entry, formerNames: names }));
    expect(() => writeSignedFile('directory', { ...huge, entries }, vault)).toThrow(RangeError);
    expect(() => writeSignedFile('directory', directoryOf(5001), vault)).toThrow();
  });
});
