import { describe, expect, it } from 'vitest';
import { parsePdfDate, pdfSignatures } from '../../../electron/backend/formats/pdf/pdf-signatures.ts';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

describe('parsePdfDate', () => {
  it.each([
    ["D:20261124100000+07'00'", '2026-11-24T03:00:00.000Z'],
    ['D:20261124030000Z', '2026-11-24T03:00:00.000Z'],
    ["D:20261123220000-05'00", '2026-11-24T03:00:00.000Z'],
    ['D:2026', '2026-01-01T00:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(new Date(parsePdfDate(text) ?? 0).toISOString()).toBe(instant);
  });

  it.each(['', '2026-11-24', 'D:20261324'])('answers null to %s', (text) => {
    expect(parsePdfDate(text)).toBeNull();
  });
});

describe('pdfSignatures', () => {
  const range = (numbers: string) => `%PDF-1.7\n1 0 obj << /ByteRange [${numbers}] /Contents <00> >> endobj\n%%EOF`;

  it.each(['0 5 9 1', '1 54 58 10', '0 58 54 10', '0 54 58 99999', '0 9999999999 9999999999 1'])(
    'leaves out ranges that make no sense: %s',
    (numbers) => {
      expect(pdfSignatures(bytes(range(numbers)))).toEqual([]);
      expect(verifyDocument(bytes(range(numbers)), 0, []).content).toBe('damaged');
    },
  );

  it('does not tire of a file full of ranges', () => {
    const many = bytes(`%PDF-1.7\n${'/ByteRange [0 40 41 10]'.repeat(100_000)}\n/Contents <${'0'.repeat(400_000)}>`);
    expect(verifyDocument(many, 0, []).content).toBe('damaged');
  });
});
