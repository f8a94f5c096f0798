import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../electron/backend/crypto/canonical-json.ts';
import { publicKeyOf, signEd25519, signingKeyOf } from '../../../electron/backend/crypto/ed25519.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import {
  maxContainerBytes,
  readActContainer,
  readActFile,
  writeActContainer,
  writeActFile,
} from '../../../electron/backend/formats/act/act-container.ts';
import { openingsFor } from '../../../electron/backend/formats/act/act-crypto.ts';
import { actSignatureDomain } from '../../../shared/domain/case/header.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { sampleAct } from '../../fixtures/document-samples.ts';
import { codeOf, unwrap } from '../../fixtures/made-vault.ts';

const alone = (act: ReturnType<typeof sampleAct>) => ({ ...act, bodyBytes: null, salt: null });
const hex = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('hex'));
const parse = (bytes: Uint8Array): Record<string, unknown> => JSON.parse(Buffer.from(bytes).toString('utf8'));
const withField = (bytes: Uint8Array, change: Record<string, unknown>): Buffer =>
  Buffer.from(JSON.stringify({ ...parse(bytes), ...change }));

describe('an act file', () => {
  it('gives back the very bytes, with body or as a header alone', () => {
    const act = sampleAct();
    for (const given of [act, alone(act)]) {
      const { sealed, opened } = unwrap(readActFile(writeActFile(given)));
      expect(hex(sealed.headerBytes)).toBe(hex(given.headerBytes));
      expect(hex(sealed.bodyBytes)).toBe(hex(given.bodyBytes));
      expect(hex(sealed.salt)).toBe(hex(given.salt));
      expect(hex(sealed.signature)).toBe(hex(given.signature));
      expect(opened.hash).toBe(act.hash);
      expect(opened.body === null).toBe(given.bodyBytes === null);
    }
    expect(parse(writeActContainer(act))).toEqual({ ...parse(writeActFile(act)), openings: [null, null] });
  });

  it('opens deeper heads as far as whoever gets it sees, and no others than were committed to', () => {
    const [first, second] = ['1'.repeat(64), '2'.repeat(64)];
    const act = sampleAct('statusNotified', {}, [[first], [second]]);
    const told = (sight: 0 | 1 | 2) =>
      unwrap(readActFile(writeActFile({ ...act, openings: openingsFor(act.openings, sight) }))).opened.deeper;
    expect([told(0), told(1), told(2)]).toEqual([
      [null, null],
      [[first], null],
      [[first], [second]],
    ]);
    const [one, two] = act.openings ?? expect.fail('no openings');
    for (const openings of [
      [two, one, null],
      [{ ...one!, heads: [] }, two, null],
      [{ ...one!, heads: [second] }, two, null],
      [{ ...one!, salt: two!.salt }, two, null],
      // It hides nothing of what it builds on itself.
      [one, two, one],
    ] as const)
      expect(codeOf(readActFile(writeActFile({ ...act, openings })))).toBe('actOpeningMismatch');
    expect(codeOf(readActFile(writeActFile({ ...act, openings: null })))).toBe('actOpeningMismatch');
    const bare = sampleAct('statusNotified', {}, [[], []]);
    expect(JSON.parse(Buffer.from(bare.headerBytes).toString()).deeper).toHaveLength(2);
    expect(bare.headerBytes).toHaveLength(act.headerBytes.length);
  });

  it('tells what an act builds on that a copy may carry to whoever has a part in the file, and to nobody else', () => {
    const refs = ['1'.repeat(64), '2'.repeat(64)];
    const act = sampleAct('copyReleased', {}, [[], []], { refs });
    const signed = JSON.parse(Buffer.from(act.headerBytes).toString());
    expect([signed.refs, signed.builtOn, act.header.refs]).toEqual([[], expect.stringMatching(/^[0-9a-f]{64}$/), refs]);
    const read = (openings: typeof act.openings) => readActFile(writeActFile({ ...act, openings }));
    for (const sight of [0, 1, 2] as const)
      expect(unwrap(read(openingsFor(act.openings, sight))).opened.header.refs).toEqual(refs);
    expect(unwrap(read(openingsFor(act.openings, null))).opened.header.refs).toEqual([]);
    expect(unwrap(readActFile(writeActContainer(act))).opened.header.refs).toEqual([]);
    expect(act.openings?.[2]?.heads).toEqual(refs);
    const [one, two, own] = act.openings ?? expect.fail('no openings');
    for (const other of [{ ...own!, heads: [] }, { ...own!, heads: refs.slice(1) }, { ...own!, salt: one!.salt }, two])
      expect(codeOf(read([one, two, other]))).toBe('actOpeningMismatch');
    // However many there are, the header is as long.
    expect(sampleAct('copyReleased', {}, [[], []], { refs: refs.slice(1) }).headerBytes).toHaveLength(
      act.headerBytes.length,
    );
    expect(
      JSON.parse(Buffer.from(sampleAct('statusNotified', {}, [[], []], { refs }).headerBytes).toString()).refs,
    ).toEqual(refs);
  });

  it('is read as it was signed before acts hid what they build on, and never with both', () => {
    const refs = ['1'.repeat(64)];
    const key = signingKeyOf(systemRandom.bytes(32));
    const { builtOn, ...header } = sampleAct('copyReleased', {}, [[], []], { refs }).header;
    const read = (signed: object) => {
      const headerBytes = canonicalJson({ ...signed, authorKey: toHex(publicKeyOf(key)) });
      const signature = signEd25519(key, actSignatureDomain('bilik/act/v2'), headerBytes);
      const act = { headerBytes, bodyBytes: null, salt: null, signature, openings: [null, null, null] as const };
      return readActFile(writeActFile(act));
    };
    expect(unwrap(read(header)).opened.header.refs).toEqual(refs);
    expect(codeOf(read({ ...header, builtOn }))).toBe('actHeaderInvalid');
  });

  it('has body and salt together or neither', () => {
    const act = sampleAct();
    expect(() => writeActFile({ ...act, salt: null })).toThrow(RangeError);
    expect(() => writeActFile({ ...act, bodyBytes: null })).toThrow(RangeError);
    const file = writeActFile(act);
    expect(codeOf(readActFile(withField(file, { body: null })))).toBe('actFileInvalid');
    expect(codeOf(readActFile(withField(file, { salt: null })))).toBe('actFileInvalid');
    expect(codeOf(readActFile(withField(file, { salt: null, body: null })))).toBe('ok');
  });

  it('in a signed document must have its body', () => {
    expect(codeOf(readActContainer(writeActFile(alone(sampleAct()))))).toBe('actFileInvalid');
    expect(codeOf(readActContainer(writeActFile(sampleAct())))).toBe('ok');
  });

  it('is refused when its Base64 could be written in another way', () => {
    const act = sampleAct();
    const file = writeActFile(act);
    const signature = String(parse(file).signature);
    // 64 bytes leave four bits of the last character over: they have to be zero.
    expect(signature).toMatch(/[AQgw]==$/);
    const other = `${signature.slice(0, -3)}${String.fromCharCode(signature.charCodeAt(signature.length - 3) + 1)}==`;
    expect(Buffer.from(other, 'base64').equals(act.signature)).toBe(true);
    for (const changed of [
      other,
      signature.slice(0, -1),
      signature.slice(0, -2),
      ` ${signature}`,
      `${signature}\n`,
      `${signature}=`,
      '',
    ]) {
      expect(codeOf(readActFile(withField(file, { signature: changed })))).toMatch(
        /^act(FileInvalid|SignatureInvalid)$/,
      );
    }
    expect(codeOf(readActFile(withField(file, { signature: other })))).toBe('actFileInvalid');
  });

  it('is refused with other fields, of another format, as no JSON, or too large', () => {
    const file = writeActFile(sampleAct());
    for (const change of [
      { note: 1 },
      { format: 'bilik/act-file/v1' },
      { format: 'bilik/act-file/v3' },
      { openings: null },
      { openings: [null] },
      { openings: [null, null, null] },
      { header: null },
      { signature: null },
      { body: 1 },
    ]) {
      expect(codeOf(readActFile(withField(file, change)))).toBe('actFileInvalid');
    }
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('{'),
      Buffer.from('null'),
      Buffer.from([0xff, 0xfe]),
      Buffer.alloc(maxContainerBytes + 1),
    ]) {
      expect(codeOf(readActFile(bytes))).toBe('actFileInvalid');
    }
  });

  it('is refused when a name stands twice in it: readers differ in which they take', () => {
    const text = new TextDecoder().decode(writeActFile(sampleAct()));
    const twice = text.replace('"header": ', '"header": "e30=",\n  "header": ');
    expect(JSON.parse(twice)).toEqual(JSON.parse(text));
    expect(codeOf(readActFile(new TextEncoder().encode(twice)))).toBe('actFileInvalid');
  });

  it('never throws, whatever is changed in it', () => {
    const file = Buffer.from(writeActFile(sampleAct()));
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.nat(255), (at, byte) => {
        const copy = Buffer.from(file);
        copy[at] = byte;
        const read = readActFile(copy);
        // White space between the fields may change; the bytes of the act may not.
        if (read.ok) expect(parse(copy)).toEqual(parse(file));
      }),
      { numRuns: 500 },
    );
  });
});
