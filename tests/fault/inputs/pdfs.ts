import { signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import { withoutOversized } from '../../../renderer/ui/viewer/oversized.ts';
import { sampleAct, sampleIdentity, samplePdf, signedAt } from '../../fixtures/document-samples.ts';
import { addUpdate, layoutOf, signAgain, streamOf, withKeys } from '../../fixtures/pdf-updates.ts';
import type { Dice } from '../fuzz/dice.ts';

// Signed PDFs that somebody changed: none of them may be called whole, and what adds nothing that shows is told apart.

const now = signedAt.getTime();

/** A signed PDF to begin with, and as it is with a colleague's signature after it. */
export const signedPdfs = async (): Promise<readonly Uint8Array[]> => {
  const identity = sampleIdentity();
  const signed = await signDocument({ pdf: await samplePdf(), act: sampleAct(), title: 'Uji', at: signedAt, identity });
  return [signed, signAgain(signed, sampleIdentity('Kedua'))];
};

const contentOf = (pdf: Uint8Array): string | null => verifyDocument(pdf, now, []).content;

/** Something in the place of some bytes, or between them. */
const changed = (dice: Dice, pdf: Uint8Array): Uint8Array => {
  const at = dice.int(pdf.length);
  const piece = Buffer.from(
    dice.pick(['\0', ' ', '%%EOF\n', '7 0 R', 'endobj\n', '/Contents 9 0 R', 'xref\n0 0\n', dice.hex(4)]),
    'latin1',
  );
  const gone = dice.percent(50) ? 0 : 1 + dice.int(20);
  return new Uint8Array(Buffer.concat([pdf.subarray(0, at), piece, pdf.subarray(Math.min(pdf.length, at + gone))]));
};

/**
 * A PDF as text, white space in the places of its signatures written as zeros: between the digits of a string it means
 * nothing (ISO 32000-1, 7.3.4.3), and what fills such a place up is covered by no signature.
 */
const filledUp = (pdf: Uint8Array): string =>
  Buffer.from(pdf)
    .toString('latin1')
    .replace(/\/Contents ?<[0-9a-f\s\0]+>/gi, (place) => place.slice(9).replace(/[\s\0]/g, '0'));

/** Tries a PDF that was cut or changed somewhere; null: it is not called whole. */
export const tryChangedPdf = (pdfs: readonly Uint8Array[], dice: Dice): string | null => {
  const pdf = dice.pick(pdfs);
  const isCut = dice.percent(20);
  const given = isCut ? pdf.subarray(0, dice.int(pdf.length - 1)) : changed(dice, pdf);
  withoutOversized(given);
  if (Buffer.compare(given, pdf) === 0) return null;
  const content = contentOf(given);
  // One that is not the last may have lost what came after the first signature.
  const isWhole =
    content === 'whole' && Buffer.compare(given, pdfs[0] ?? pdf) !== 0 && filledUp(given) !== filledUp(pdf);
  return isWhole ? `whole after ${isCut ? 'a cut' : 'a change'} to ${given.length} bytes` : null;
};

type Update = (pdf: Uint8Array, dice: Dice) => Uint8Array;

const silent: readonly Update[] = [
  (pdf) => new Uint8Array(Buffer.concat([pdf, Buffer.from('\r\n')])),
  (pdf) => {
    const { size, root, catalog } = layoutOf(pdf);
    return addUpdate(pdf, {
      [size]: streamOf('certificate'),
      [root]: withKeys(catalog, { DSS: `<< /Type /DSS /Certs [${size} 0 R] >>` }),
    });
  },
];
const shown: readonly Update[] = [
  (pdf, dice) => {
    const { contents } = layoutOf(pdf);
    return addUpdate(pdf, { [contents]: streamOf(`BT (${dice.hex(8)}) Tj ET`) });
  },
  (pdf, dice) => {
    const { page, pageDictionary } = layoutOf(pdf);
    return addUpdate(pdf, { [page]: withKeys(pageDictionary, { Rotate: String(90 * (1 + dice.int(3))) }) });
  },
  (pdf) => {
    const { size, page, pageDictionary } = layoutOf(pdf);
    const note = '<< /Type /Annot /Subtype /FreeText /Rect [50 50 300 100] /Contents (Dicabut) >>';
    return addUpdate(pdf, { [size]: note, [page]: withKeys(pageDictionary, { Annots: `[${size} 0 R]` }) });
  },
];

/** Tries a PDF with some updates behind it; null: it is said to be changed exactly where something may show. */
export const tryUpdatedPdf = (pdfs: readonly Uint8Array[], dice: Dice): string | null => {
  const updates = Array.from({ length: 1 + dice.int(3) }, () => ({ isShown: dice.percent(40) }));
  const pdf = updates.reduce(
    (before, { isShown }) => dice.pick(isShown ? shown : silent)(before, dice),
    dice.pick(pdfs),
  );
  const [content, wanted] = [contentOf(pdf), updates.some(({ isShown }) => isShown) ? 'changed' : 'extended'];
  return content === wanted ? null : `${content} instead of ${wanted}: ${JSON.stringify(updates)}`;
};
