import { verify as opensslVerify } from 'node:crypto';
import { x25519 } from '@noble/curves/ed25519.js';
import { bech32 } from '@scure/base';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/backend/crypto/canonical-json.ts';
import {
  isPublicKey,
  publicKeyOf,
  signEd25519,
  signingKeyOf,
  verifyPlain,
} from '../../../electron/backend/crypto/ed25519.ts';
import { sha256 } from '../../../electron/backend/crypto/hash.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { isRecipient } from '../../../electron/backend/crypto/recipient.ts';
import { verifySealedAct } from '../../../electron/backend/formats/act/act-crypto.ts';
import { readAnySignedFile } from '../../../electron/backend/formats/identity/signed-file.ts';
import { actSignatureDomain } from '../../../shared/domain/case/header.ts';
import { toPublicPerson } from '../../../shared/domain/identity/public-person.ts';
import { signedFileDomains } from '../../../shared/domain/identity/signed-file.ts';
import { fromHex, toHex } from '../../../shared/kernel/bytes.ts';
import { sampleAct } from '../../fixtures/document-samples.ts';
import * as people from '../../fixtures/people/cast.ts';
import { sampleRecipient } from '../../fixtures/recipient.ts';
import { codeOf } from '../../fixtures/results.ts';

// Keys under which anybody can sign, and receiving keys that everybody can open.

/** The neutral element: with it S·B = R + k·A holds for R neutral and S zero, whatever is signed. */
const neutral = `01${'00'.repeat(31)}`;
const signatureOfNobody = fromHex(neutral + '00'.repeat(32));

/** The eight points of small order; then points written in another way than RFC 8032 gives them. */
const weakKeys = [
  neutral,
  `ec${'ff'.repeat(30)}7f`,
  '00'.repeat(32),
  `${'00'.repeat(31)}80`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  `01${'00'.repeat(30)}80`,
  `ec${'ff'.repeat(30)}ff`,
  `ed${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}ff`,
  `ee${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}ff`,
];

/** A whole act by a key that is at hand, and what signs other bytes of it as a modified client would. */
const unsealed = () => {
  const key = signingKeyOf(systemRandom.bytes(32));
  const act = sampleAct();
  const header = { ...JSON.parse(new TextDecoder().decode(act.headerBytes)), authorKey: toHex(publicKeyOf(key)) };
  const sign = (bytes: Uint8Array): Uint8Array => signEd25519(key, actSignatureDomain('bilik/act/v2'), bytes);
  const headerBytes = canonicalJson(header);
  /** With a commitment to what the body says, in other bytes. */
  const resealed = (bodyBytes: Uint8Array) => {
    const bytes = canonicalJson(header);
    return { ...act, headerBytes: bytes, bodyBytes, signature: sign(bytes) };
  };
  /** As an act of v1, which commits to bytes. */
  const resealedAsOld = (bodyBytes: Uint8Array) => {
    const { scope: _a, enteredAs: _b, namedKey: _c, statedOn: _d, deeper: _e, ...old } = header;
    const bodyCommit = toHex(sha256(act.salt, bodyBytes));
    const bytes = canonicalJson({ ...old, format: 'bilik/act/v1', bodyCommit });
    const signature = signEd25519(key, actSignatureDomain('bilik/act/v1'), bytes);
    return { ...act, headerBytes: bytes, bodyBytes, signature, openings: null };
  };
  return { header, act: { ...act, headerBytes, signature: sign(headerBytes) }, sign, resealed, resealedAsOld };
};

/** A genuine card, signed by its own key, but for what `over` says. */
const cardFile = ({
  recipient = sampleRecipient,
  ...over
}: {
  recipient?: string;
  key?: string;
  signature?: string;
}) => {
  const signing = signingKeyOf(systemRandom.bytes(32));
  const key = over.key ?? toHex(publicKeyOf(signing));
  const payload = canonicalJson({
    format: 'bilik/card/v1',
    person: toPublicPerson(people.counsellor),
    roles: ['counsellor'],
    institution: people.institution,
    key,
    recipient,
    vaultId: '1'.repeat(32),
    documentKey: '2'.repeat(64),
    issuedAt: '2026-11-20T02:03:04.005Z',
    invitationId: null,
  });
  const signature = over.signature ?? toHex(signEd25519(signing, signedFileDomains.card, payload));
  const file = { format: 'bilik/signed/v1', kind: 'card', key, signature };
  return new TextEncoder().encode(JSON.stringify({ ...file, payload: Buffer.from(payload).toString('base64') }));
};

const spkiOf = (key: string): Buffer => Buffer.from(`302a300506032b6570032100${key}`, 'hex');

describe('a key under which anybody can sign', () => {
  it('is one that OpenSSL alone would take', () => {
    const key = { key: spkiOf(neutral), format: 'der', type: 'spki' } as const;
    expect(opensslVerify(null, Buffer.from('apa pun'), key, signatureOfNobody)).toBe(true);
  });

  it.each(weakKeys)('%s is no public key, and verifies nothing', (key) => {
    expect(isPublicKey(fromHex(key))).toBe(false);
    // Whatever is signed: a signature that fits by chance fits one of these texts.
    for (let text = 0; text < 32; text++) {
      const bytes = Uint8Array.of(text);
      for (const point of weakKeys)
        expect(verifyPlain(fromHex(key), bytes, fromHex(point + '00'.repeat(32)))).toBe(false);
    }
  });

  it('is not any key that a vault makes', () => {
    for (let made = 0; made < 50; made++)
      expect(isPublicKey(publicKeyOf(signingKeyOf(systemRandom.bytes(32))))).toBe(true);
    expect(isPublicKey(new Uint8Array(31))).toBe(false);
  });

  it('makes no act', () => {
    const { header } = unsealed();
    const headerBytes = canonicalJson({ ...header, authorKey: neutral });
    const forged = { headerBytes, bodyBytes: null, salt: null, signature: signatureOfNobody };
    expect(codeOf(verifySealedAct({ ...forged, openings: [null, null, null] }))).toBe('actSignatureInvalid');
  });

  it('makes no card', () => {
    expect(codeOf(readAnySignedFile(cardFile({ key: neutral, signature: toHex(signatureOfNobody) })))).toBe(
      'signedFileInvalid',
    );
  });
});

describe('a receiving key that everybody can open', () => {
  const recipientOf = (point: string): string => bech32.encode('age', bech32.toWords(fromHex(point)));
  const smallOrder = [
    '00'.repeat(32),
    neutral,
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
    `ec${'ff'.repeat(30)}7f`,
    `ed${'ff'.repeat(30)}7f`,
    `ee${'ff'.repeat(30)}7f`,
  ];
  const withTopBit = (point: string): string =>
    point.slice(0, 62) + (Number.parseInt(point.slice(62), 16) | 0x80).toString(16);

  it.each(smallOrder.flatMap((point) => [point, withTopBit(point)]))('%s is no recipient', (point) => {
    expect(() => x25519.getSharedSecret(systemRandom.bytes(32), fromHex(point))).toThrow();
    expect(isRecipient(recipientOf(point))).toBe(false);
    expect(codeOf(readAnySignedFile(cardFile({ recipient: recipientOf(point) })))).toBe('signedFileInvalid');
  });

  it('is not any that age makes', async () => {
    expect(isRecipient(await identityToRecipient(await generateX25519Identity()))).toBe(true);
    expect(codeOf(readAnySignedFile(cardFile({})))).toBe('ok');
  });

  it('is nothing but an address of age', () => {
    const other = bech32.encode('agf', bech32.toWords(new Uint8Array(32).fill(9)));
    const short = bech32.encode('age', bech32.toWords(new Uint8Array(31).fill(9)));
    for (const text of ['', 'age1', `age1${'q'.repeat(58)}`, other, short, `${sampleRecipient}q`])
      expect(isRecipient(text)).toBe(false);
  });
});

describe('an act in other bytes than the canonical ones', () => {
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  const spellings: readonly [string, (json: string) => string][] = [
    ['a space', (json) => json.replace(':', ': ')],
    ['a line break at the end', (json) => `${json}\n`],
    ['a name that stands twice', (json) => json.replace('{', '{"capacity":"head",')],
    ['__proto__ as a name', (json) => json.replace('{', '{"__proto__":{},')],
    [
      'its names in another order',
      (json) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(json)).reverse())),
    ],
    ['a letter as an escape', (json) => json.replace('a', '\\u0061')],
    ['a mark of byte order', (json) => `\ufeff${json}`],
  ];

  it.each(spellings)('is none: %s in the header', (_what, respell) => {
    const { act, sign } = unsealed();
    const headerBytes = new TextEncoder().encode(respell(text(act.headerBytes)));
    expect(codeOf(verifySealedAct({ ...act, headerBytes, signature: sign(headerBytes) }))).toBe('actHeaderInvalid');
  });

  it.each(spellings)('is none: %s in the body', (_what, respell) => {
    const { act, resealed, resealedAsOld } = unsealed();
    const bodyBytes = new TextEncoder().encode(respell(text(act.bodyBytes)));
    expect(codeOf(verifySealedAct(resealed(bodyBytes)))).toBe('actBodyMismatch');
    expect(codeOf(verifySealedAct(resealed(act.bodyBytes)))).toBe('ok');
    expect(codeOf(verifySealedAct(resealedAsOld(bodyBytes)))).toBe('actBodyInvalid');
    expect(codeOf(verifySealedAct(resealedAsOld(act.bodyBytes)))).toBe('ok');
  });
});
