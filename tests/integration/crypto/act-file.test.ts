import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maxContainerBytes,
  readActContainer,
  readActFile,
  writeActContainer,
  writeActFile,
} from '../../../electron/backend/formats/act/act-container.ts';
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
    expect(writeActFile(act)).toEqual(writeActContainer(act));
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
      { format: 'bilik/act-file/v2' },
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
