import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { laterAdditions } from '../../../electron/backend/formats/pdf/later-additions.ts';
import { pdfSignatures } from '../../../electron/backend/formats/pdf/pdf-signatures.ts';
import { signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import { sampleAct, sampleIdentity, samplePdf, signedAt } from '../../fixtures/document-samples.ts';
import { addUpdate, layoutOf, signAgain, withKeys } from '../../fixtures/pdf-updates.ts';

const now = signedAt.getTime();
let signed: Uint8Array;
let gap: readonly [number, number];
beforeAll(async () => {
  const identity = sampleIdentity();
  signed = await signDocument({ pdf: await samplePdf(), act: sampleAct(), title: 'Uji', at: signedAt, identity });
  const [signature] = pdfSignatures(signed);
  gap = [signature?.signedParts[0].length ?? 0, signed.length - (signature?.signedParts[1].length ?? 0)];
});

const flipped = (offset: number, bit: number): Uint8Array => {
  const bytes = Uint8Array.from(signed);
  bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
  return bytes;
};

describe('verifyDocument', () => {
  it('finds every single flipped bit in the signed range invalid', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(7), (seed, bit) => {
        const signedLength = signed.length - (gap[1] - gap[0]);
        const at = seed % signedLength;
        const offset = at < gap[0] ? at : at + (gap[1] - gap[0]);
        expect(verifyDocument(flipped(offset, bit), now, []).content).toBe('damaged');
      }),
      { numRuns: 250 },
    );
  });

  it('never lets a flip in the signature value change who signed or what', () => {
    const whole = verifyDocument(signed, now, []);
    const offsets = fc.oneof(
      fc.integer({ min: gap[0], max: gap[0] + 3200 }),
      fc.integer({ min: gap[0], max: gap[1] - 1 }),
    );
    fc.assert(
      fc.property(offsets, fc.nat(7), (offset, bit) => {
        // Some bytes of CMS are not signed (the version, the list of digests): changed, they change no meaning.
        const check = verifyDocument(flipped(offset, bit), now, []);
        if (check.content === 'whole') expect(check).toEqual(whole);
        else expect(check.content).toBe('damaged');
      }),
      { numRuns: 250 },
    );
  });

  it('finds every flip around the signature value and in its padding invalid', () => {
    const offsets = Array.from({ length: 160 }, (_, i) => gap[0] - 120 + i).filter((offset) => offset <= gap[0]);
    offsets.push(gap[1] - 1, gap[1] - 2, gap[1] - 100, gap[1], gap[1] + 1);
    for (const offset of offsets) {
      for (const bit of [0, 3])
        expect(verifyDocument(flipped(offset, bit), now, []).content, `${offset}/${bit}`).toBe('damaged');
    }
  });

  it('never throws and never calls garbage valid', () => {
    const pieces = fc.constantFrom(
      '%PDF-1.7\n',
      '/ByteRange [0 10 20 5]',
      '/Contents <00ff>',
      '/FT /Sig',
      'ETSI.CAdES.detached',
      '%%EOF',
    );
    const text = fc
      .array(fc.oneof(pieces, fc.string()))
      .map((parts) => new Uint8Array(Buffer.from(parts.join(''), 'latin1')));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 500 }), text), (bytes) => {
        expect(verifyDocument(bytes, now, []).content ?? '').not.toMatch(/whole|extended/);
      }),
      { numRuns: 500 },
    );
  });

  it('never calls a co-signed document whole whose later signature was touched', () => {
    const twice = signAgain(signed, sampleIdentity('Kedua'));
    const later = pdfSignatures(twice).at(-1)?.signedParts[0].length ?? 0;
    fc.assert(
      fc.property(fc.integer({ min: signed.length, max: later - 1 }), fc.nat(7), (offset, bit) => {
        const bytes = Uint8Array.from(twice);
        bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
        expect(verifyDocument(bytes, now, []).content).toMatch(/changed|damaged/);
      }),
      { numRuns: 100 },
    );
  });

  it('takes nothing that was put between the lines of an update for data of signatures', () => {
    const { root, catalog, size, contents } = layoutOf(signed);
    const data = { [size]: '<< /Type /DSS >>', [root]: withKeys(catalog, { DSS: `${size} 0 R` }) };
    const silent = addUpdate(signed, data);
    expect(laterAdditions(silent, signed.length, [])).toBe('silent');
    const text = Buffer.from(silent).toString('latin1');
    const end = text.lastIndexOf('%%EOF') + '%%EOF'.length;
    const comment = '\n% x\n';
    const pieces = fc.constantFrom(
      `\n${contents} 0 obj\n<< /Length 0 >>\nstream\n\nendstream\nendobj\n`,
      comment,
      '/Contents 9 0 R',
      '\nxref\n0 0\n',
      '\nstartxref\n0\n%%EOF\n',
      '7 0 R',
    );
    fc.assert(
      fc.property(fc.integer({ min: signed.length + 1, max: text.length }), pieces, (at, piece) => {
        const spliced = Buffer.from(text.slice(0, at) + piece + text.slice(at), 'latin1');
        // Behind the end a comment shows nothing.
        const isTail = piece === comment && at >= end;
        expect(laterAdditions(new Uint8Array(spliced), signed.length, [])).toBe(isTail ? 'silent' : 'shown');
      }),
      { numRuns: 300 },
    );
  });

  it('never calls a cut document valid', () => {
    fc.assert(
      fc.property(fc.nat(1e9), (seed) => {
        expect(verifyDocument(signed.subarray(0, seed % signed.length), now, []).content ?? '').not.toMatch(
          /whole|extended/,
        );
      }),
    );
  });
});
