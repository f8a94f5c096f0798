import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentIdentity } from '../../../electron/backend/formats/pdf/cms-signature.ts';
import { laterAdditions } from '../../../electron/backend/formats/pdf/later-additions.ts';
import { pdfSignatures } from '../../../electron/backend/formats/pdf/pdf-signatures.ts';
import { signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import { people, sampleAct, sampleIdentity, samplePdf, signedAt } from '../../fixtures/document-samples.ts';
import {
  addUpdate,
  layoutOf,
  type Objects,
  signAgain,
  streamOf,
  withKeys,
  written,
} from '../../fixtures/pdf-updates.ts';

const folder = mkdtempSync(join(tmpdir(), 'bilik-additions-'));
afterAll(() => rmSync(folder, { recursive: true }));
const now = Date.now();
const forgedText = 'DIBERHENTIKAN';
const forgedStream = streamOf(`BT /F1 20 Tf 72 700 Td (${forgedText}) Tj ET`);

let paper: Uint8Array;
/** In the author's name, by a key that is nobody's. */
let forger: DocumentIdentity;
let colleague: DocumentIdentity;
beforeAll(async () => {
  const sealed = { act: sampleAct(), title: 'Uji', at: signedAt, identity: sampleIdentity() };
  paper = await signDocument({ pdf: await samplePdf(), ...sealed });
  forger = sampleIdentity(people.assessor.name);
  colleague = sampleIdentity(people.head.name);
});

const fileOf = (pdf: Uint8Array): string => {
  const path = join(folder, 'a.pdf');
  writeFileSync(path, pdf);
  return path;
};
const shownBy = (pdf: Uint8Array): string => execFileSync('pdftotext', [fileOf(pdf), '-'], { encoding: 'utf8' });
const pdfsig = (pdf: Uint8Array): string => execFileSync('pdfsig', ['-nocert', fileOf(pdf)], { encoding: 'utf8' });
/** What another reader complains of; nothing in a sound PDF. */
const complaints = (pdf: Uint8Array): string => spawnSync('pdftotext', [fileOf(pdf), '-'], { encoding: 'utf8' }).stderr;
const check = (pdf: Uint8Array) => verifyDocument(pdf, now, []);
/** What came after the first signature, all signatures of the file known. */
const additions = (pdf: Uint8Array, end = pdfSignatures(pdf)[0]?.end ?? 0) =>
  laterAdditions(
    pdf,
    end,
    pdfSignatures(pdf).map(({ range }) => range),
  );

/** The page drawn by a stream of the attacker's, with a font that he brings along. */
const forgedPage = (pdf: Uint8Array, free: number): Objects => {
  const { page, pageDictionary } = layoutOf(pdf);
  const font = '<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';
  return {
    [free]: forgedStream,
    [page]: withKeys(pageDictionary, { Contents: `${free} 0 R`, Resources: font, Annots: `[${free - 2} 0 R]` }),
  };
};

describe('a paper whose pages a forwarder replaced', () => {
  it('is not called whole, though each signature holds for other programs too', () => {
    const forged = signAgain(paper, forger, { more: (free) => forgedPage(paper, free) });
    expect(shownBy(paper)).not.toContain(forgedText);
    expect(shownBy(forged)).toContain(forgedText);
    expect(complaints(forged)).toBe('');
    expect(pdfsig(forged).match(/Signature is Valid/g)).toHaveLength(2);
    const found = check(forged);
    expect(found).toMatchObject({ content: 'changed', maker: 'bilik', verdict: 'shownChanged' });
    expect(found.signatures.map(({ signer, intact }) => [signer, intact])).toEqual([
      [people.assessor.name, true],
      [people.assessor.name, true],
    ]);
    expect(found.findings[0]).toBe('addedAfterSignature');
  });

  it('is not called whole without a second signature either', () => {
    expect(check(addUpdate(paper, forgedPage(paper, layoutOf(paper).size + 2)))).toMatchObject({
      content: 'changed',
      signatures: [{ intact: true, coversWholeFile: false }],
    });
  });
});

type Attack = (pdf: Uint8Array) => Uint8Array;
const again =
  (field: Readonly<Record<string, string>>, more?: (free: number) => Objects): Attack =>
  (pdf) =>
    signAgain(pdf, forger, { field, ...(more && { more }) });
const rewritten =
  (objects: (layout: ReturnType<typeof layoutOf>) => Objects): Attack =>
  (pdf) =>
    addUpdate(pdf, objects(layoutOf(pdf)));
const edited =
  (search: string | RegExp, replacement: string): Attack =>
  (pdf) => {
    const silent = Buffer.from(addUpdate(pdf, {})).toString('latin1');
    const tail = silent.slice(pdf.length).replace(search, replacement);
    return new Uint8Array(Buffer.from(silent.slice(0, pdf.length) + tail, 'latin1'));
  };

const note = '<< /Type /Annot /Subtype /FreeText /Rect [50 50 300 100] /Contents (Dicabut) /DA (/Helv 12 Tf) >>';
const form = (free: number): Objects => ({
  [free]: streamOf('0 0 9 9 re f', '/Type /XObject /Subtype /Form /BBox [0 0 9 9]'),
});

const attacks: Readonly<Record<string, Attack>> = {
  'an appearance in a later signature field': again({ AP: '<< /N 90 0 R >>' }, () => form(90)),
  'a later signature field with an area': again({ Rect: '[50 50 300 100]' }),
  'an action of a later signature field': again({ AA: '<< /U << /S /JavaScript /JS (x) >> >>' }),
  'a later field that is none for a signature': again({ FT: '/Tx' }),
  'a note on the page': rewritten(({ size, page, pageDictionary: dictionary }) => {
    const listed = dictionary.get('Annots') ?? [];
    return { [size]: note, [page]: withKeys(dictionary, { Annots: `[${written(listed).slice(1, -1)} ${size} 0 R]` }) };
  }),
  'other content under the number of the old': rewritten(({ contents }) => ({ [contents]: forgedStream })),
  'other content by a reference of the page': rewritten(({ size, page, pageDictionary }) => ({
    [size]: forgedStream,
    [page]: withKeys(pageDictionary, { Contents: `${size} 0 R` }),
  })),
  'a turned page': rewritten(({ page, pageDictionary }) => ({ [page]: withKeys(pageDictionary, { Rotate: '90' }) })),
  'the signature of before taken off the page': rewritten(({ page, pageDictionary }) => ({
    [page]: withKeys(pageDictionary, { Annots: '[]' }),
  })),
  'another tree of pages': rewritten(({ root, catalog, size, page }) => ({
    [size]: `<< /Type /Pages /Count 2 /Kids [${page} 0 R ${page} 0 R] >>`,
    [root]: withKeys(catalog, { Pages: `${size} 0 R` }),
  })),
  'a page more': rewritten(({ pages, page }) => ({
    [pages]: `<< /Type /Pages /Count 2 /Kids [${page} 0 R ${page} 0 R] >>`,
  })),
  'something that runs at opening': rewritten(({ root, catalog }) => ({
    [root]: withKeys(catalog, { OpenAction: '<< /S /JavaScript /JS (app.alert(1)) >>' }),
  })),
  'an object that nothing needs': rewritten(({ size }) => ({ [size]: forgedStream })),
  'the content in the guise of data of signatures': rewritten(({ root, catalog, contents }) => ({
    [contents]: forgedStream,
    [root]: withKeys(catalog, { DSS: `<< /Certs [${contents} 0 R] >>` }),
  })),
  'the page in the guise of data of signatures': rewritten(({ root, catalog, page, pageDictionary }) => ({
    [page]: withKeys(pageDictionary, { Rotate: '90' }),
    [root]: withKeys(catalog, { DSS: `<< /Certs [${page} 0 R] >>` }),
  })),
  'a tree of pages in the guise of a form': rewritten(({ root, catalog, pages, revision, form: at }) => ({
    [pages]: written(revision.get(at)),
    [root]: withKeys(catalog, { AcroForm: `${pages} 0 R` }),
  })),
  'references in a comment': (pdf) => new Uint8Array(Buffer.concat([pdf, Buffer.from('\n% startxref 9\n%%EOF')])),
  'an object that the references leave out': (pdf) => {
    const { contents } = layoutOf(pdf);
    const text = Buffer.from(addUpdate(pdf, { [contents]: forgedStream })).toString('latin1');
    const row = new RegExp(`\\n${contents} 1\\n\\d{10} 00000 n (?=\\n)`);
    const tail = text.slice(pdf.length).replace(row, '');
    return new Uint8Array(Buffer.from(text.slice(0, pdf.length) + tail, 'latin1'));
  },
  'a removed object': edited('xref\n', 'xref\n1 1\n0000000000 00000 f \n'),
  'another catalog': edited(/\/Root \d+/, '/Root 3'),
  'a size that leaves objects behind': edited(/\/Size \d+/, '/Size 3'),
  'a jump over what was signed': edited(/\/Prev \d+/, '/Prev 9'),
};

describe('what came after the first signature', () => {
  it.each(Object.entries(attacks))('may change what a paper shows: %s', (_, attack) => {
    const attacked = attack(paper);
    expect(additions(attacked)).toBe('shown');
    expect(check(attacked)).toMatchObject({ content: 'changed', verdict: 'shownChanged' });
  });

  it('may change what a paper shows: every object of it written anew, also as data of signatures', () => {
    const { size, root, catalog, revision } = layoutOf(paper);
    for (let number = 1; number < size; number += 1) {
      const value = revision.get(number);
      const other = value instanceof Map ? withKeys(value, { Lain: '1' }) : '<< /Lain 1 >>';
      const guise = number === root ? {} : { [root]: withKeys(catalog, { DSS: `[${number} 0 R]` }) };
      expect(additions(addUpdate(paper, { [number]: other })), `${number}`).toBe('shown');
      expect(additions(addUpdate(paper, { ...guise, [number]: other })), `${number}`).toBe('shown');
    }
  });

  it('may fill a hole that the author left in what a colleague signed', async () => {
    const plain = await samplePdf();
    const { page, pageDictionary, size } = layoutOf(plain);
    const hole = size + 50;
    const holed = addUpdate(plain, { [page]: withKeys(pageDictionary, { Contents: `[${hole} 0 R]` }) });
    const signed = signAgain(holed, colleague);
    const { root, catalog } = layoutOf(signed);
    const filled = addUpdate(signed, {
      [hole]: forgedStream,
      [root]: withKeys(catalog, { DSS: `<< /Certs [${hole} 0 R] >>` }),
    });
    expect(check(filled)).toMatchObject({ content: 'changed', maker: 'outside', verdict: 'addedOutside' });
  });

  it('shows nothing new: signatures without appearance, one after the other', () => {
    const twice = signAgain(paper, colleague);
    const thrice = signAgain(twice, sampleIdentity('Wulan'), { references: 'stream' });
    for (const signed of [twice, thrice]) {
      expect(complaints(signed)).toBe('');
      expect(check(signed)).toMatchObject({ content: 'extended', verdict: 'signerUnknown' });
    }
    expect(pdfsig(thrice).match(/Signature is Valid/g)).toHaveLength(3);
  });

  it('shows nothing new: data to check signatures later, also renewed, and the day of the change', () => {
    const { root, catalog, size, revision } = layoutOf(paper);
    const data = addUpdate(paper, {
      [size]: streamOf('certificate'),
      [size + 1]: `<< /Type /DSS /Certs ${size + 2} 0 R >>`,
      [size + 2]: `[${size} 0 R]`,
      [root]: withKeys(catalog, { DSS: `${size + 1} 0 R`, Extensions: '<< /ESIC << /ExtensionLevel 5 >> >>' }),
    });
    const renewed = addUpdate(data, { [size + 2]: `[${size} 0 R ${size + 3} 0 R]`, [size + 3]: streamOf('more') });
    const info = revision.trailer.get('Info');
    if (info === undefined || info === null || !('number' in Object(info))) expect.fail('no metadata');
    const number = (info as { readonly number: number }).number;
    const known = revision.get(number);
    if (!(known instanceof Map)) expect.fail('no metadata');
    const dated = addUpdate(renewed, { [number]: withKeys(known, { ModDate: '(D:20270101000000Z)' }) });
    for (const file of [data, renewed, dated]) expect(check(file)).toMatchObject({ content: 'extended' });
    const retitled = addUpdate(renewed, { [number]: withKeys(known, { Title: '(Lain)' }) });
    expect(check(retitled)).toMatchObject({ content: 'changed' });
  });

  it('shows nothing new: an empty field that waited for its signature, unless it has an area', async () => {
    const plain = await samplePdf();
    const { page, pageDictionary, root, catalog, size } = layoutOf(plain);
    for (const [area, found] of [
      ['[0 0 0 0]', 'silent'],
      ['[50 50 300 100]', 'shown'],
    ] as const) {
      const field = { Type: '/Annot', Subtype: '/Widget', FT: '/Sig', Rect: area, T: '(Kedua)' };
      const waiting = addUpdate(plain, {
        [size]: withKeys(new Map(), field),
        [page]: withKeys(pageDictionary, { Annots: `[${size} 0 R]` }),
        [size + 1]: `<< /Fields [${size} 0 R] >>`,
        [root]: withKeys(catalog, { AcroForm: `${size + 1} 0 R` }),
      });
      const signature = '<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>';
      const filled = addUpdate(waiting, {
        [size]: withKeys(new Map(), { ...field, V: `${size + 2} 0 R` }),
        [size + 2]: signature,
      });
      expect(laterAdditions(filled, waiting.length, [[0, 1, 2, 3]])).toBe(found);
      expect(laterAdditions(filled, waiting.length, [])).toBe('shown');
      const emptied = addUpdate(filled, { [size]: withKeys(new Map(), field) });
      expect(laterAdditions(emptied, filled.length, [[0, 1, 2, 3]])).toBe('shown');
    }
  });

  it('shows nothing new: spaces that the mail added', () => {
    expect(check(new Uint8Array(Buffer.concat([paper, Buffer.from('\r\n\n')])))).toMatchObject({ content: 'extended' });
  });

  it('is judged in papers as 0.3 printed and signed them', () => {
    const folderOfPapers = join(import.meta.dirname, '../../fixtures/released/0.3/documents');
    const names = readdirSync(folderOfPapers);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const released = new Uint8Array(readFileSync(join(folderOfPapers, name)));
      const attached = addUpdate(released, forgedPage(released, layoutOf(released).size + 2));
      expect([name, additions(released)]).toEqual([name, 'none']);
      expect([name, additions(signAgain(released, colleague))]).toEqual([name, 'silent']);
      expect([name, additions(attached)]).toEqual([name, 'shown']);
    }
  });

  it('is judged in PDFs with compressed references and objects too', async () => {
    const document = await PDFDocument.create();
    for (const name of ['satu', 'dua']) {
      const page = document.addPage([595, 842]);
      page.drawText(name, { x: 72, y: 720, size: 12, font: await document.embedFont(StandardFonts.Helvetica) });
    }
    const packed = await document.save({ useObjectStreams: true });
    const signed = signAgain(packed, colleague, { references: 'stream' });
    expect(pdfsig(signed)).toContain('Signature is Valid');
    expect(check(signed)).toMatchObject({ content: 'whole', verdict: 'signedOutside' });
    const twice = signAgain(signed, forger, { references: 'stream' });
    expect(check(twice)).toMatchObject({ content: 'extended', verdict: 'signedOutside' });
    expect(complaints(twice)).toBe('');
    const forged = signAgain(signed, forger, { references: 'stream', more: (free) => forgedPage(signed, free) });
    expect(shownBy(forged)).toContain(forgedText);
    expect(check(forged)).toMatchObject({ content: 'changed', verdict: 'addedOutside' });
  });
});
