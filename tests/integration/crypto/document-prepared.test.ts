import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import { people, sampleIdentity, samplePdf } from '../../fixtures/document-samples.ts';
import {
  addUpdate,
  layoutOf,
  type Objects,
  signAgain,
  streamOf,
  withKeys,
  written,
} from '../../fixtures/pdf-updates.ts';

// Who gives somebody a file to sign elsewhere can leave a place in it that shows nothing yet, and fill it afterwards.

const folder = mkdtempSync(join(tmpdir(), 'bilik-prepared-'));
afterAll(() => rmSync(folder, { recursive: true }));
const shownBy = (pdf: Uint8Array): string => {
  const path = join(folder, 'a.pdf');
  writeFileSync(path, pdf);
  return execFileSync('pdftotext', [path, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
};

const forgedText = 'DIBERHENTIKAN';
const words = `BT /F1 20 Tf 72 700 Td (${forgedText}) Tj ET`;
const fonts = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
const drawing = `/Subtype /Form /BBox [0 0 595 842] /Resources << ${fonts} >>`;
const colleague = sampleIdentity(people.head.name);

let plain: Uint8Array;
beforeAll(async () => {
  plain = await samplePdf();
});

/** What the colleague signs, by the numbers of the file as it was; `free` is the first that is free. */
const signed = (objects: (free: number) => Objects): Uint8Array =>
  signAgain(addUpdate(plain, objects(layoutOf(plain).size)), colleague);
const expectFound = (pdf: Uint8Array, forged: Uint8Array): void => {
  expect([shownBy(pdf), shownBy(forged)].map((text) => text.includes(forgedText))).toEqual([false, true]);
  expect(verifyDocument(pdf, Date.now(), [])).toMatchObject({ content: 'whole' });
  expect(verifyDocument(forged, Date.now(), [])).toMatchObject({ content: 'changed', verdict: 'addedOutside' });
};
const asStored = (pdf: Uint8Array, value: string): Objects => {
  const { root, catalog } = layoutOf(pdf);
  return { [root]: withKeys(catalog, { DSS: value }) };
};

describe('a place that was left in what a colleague signed', () => {
  const ways: Readonly<Record<string, (hole: number) => string>> = {
    'as usual': (hole) => `${hole} 0 R`,
    'with a comment in between': (hole) => `${hole}%\n0 R`,
    'with a generation of many zeros': (hole) => `${hole} 000000 R`,
  };
  it.each(Object.entries(ways))('is not filled unseen, named %s', (_, named) => {
    const hole = layoutOf(plain).size + 50;
    const pdf = signed((free) => ({
      [free]: `<< ${fonts} /XObject << /X ${named(hole)} >> >>`,
      [free + 1]: streamOf('/X Do'),
      [layoutOf(plain).page]: withKeys(layoutOf(plain).pageDictionary, {
        Resources: `${free} 0 R`,
        Contents: `${free + 1} 0 R`,
      }),
    }));
    const asData = { [hole]: streamOf(words, drawing), ...asStored(pdf, `<< /Certs [${hole} 0 R] >>`) };
    expectFound(pdf, addUpdate(pdf, asData));
    // What carries other objects, as it says, and shows something all the same.
    expectFound(pdf, addUpdate(pdf, { [hole]: streamOf(words, `/Type /ObjStm /N 0 /First 0 ${drawing}`) }));
  });

  it('is not taken for data to check signatures because it hung on them before', () => {
    const { page, pageDictionary, root, catalog } = layoutOf(plain);
    const pdf = signed((free) => ({
      [free]: `[${free + 1} 0 R]`,
      [free + 1]: streamOf(''),
      [page]: withKeys(pageDictionary, { Contents: `${free} 0 R`, Resources: `<< ${fonts} >>` }),
      [root]: withKeys(catalog, { DSS: `<< /Certs ${free} 0 R >>` }),
    }));
    const [list, fresh] = [layoutOf(plain).size, layoutOf(pdf).size];
    expectFound(pdf, addUpdate(pdf, { [list]: `[${fresh} 0 R]`, [fresh]: streamOf(words) }));
  });
});

describe('a signed file whose streams give their lengths elsewhere', () => {
  it('takes later signatures and data without appearance', () => {
    const { page, pageDictionary } = layoutOf(plain);
    const pdf = signed((free) => ({
      [free]: `<< /Length ${free + 1} 0 R >>\nstream\nq Q\nendstream`,
      [free + 1]: '3',
      [page]: withKeys(pageDictionary, { Contents: `${free} 0 R` }),
    }));
    const fresh = layoutOf(pdf).size;
    const data = addUpdate(pdf, { [fresh]: '[]', ...asStored(pdf, `<< /Certs ${fresh} 0 R >>`) });
    const renewed = addUpdate(data, { [fresh]: `[${fresh + 1} 0 R]`, [fresh + 1]: streamOf('certificate') });
    for (const file of [signAgain(pdf, colleague), data, renewed])
      expect(verifyDocument(file, Date.now(), [])).toMatchObject({ content: 'extended' });
  });
});

describe('what an update puts beside the pages', () => {
  type Keys = (pdf: Uint8Array) => Objects;
  const inCatalog =
    (keys: Readonly<Record<string, string>>): Keys =>
    (pdf) => ({ [layoutOf(pdf).root]: withKeys(layoutOf(pdf).catalog, keys) });
  const inForm =
    (keys: Readonly<Record<string, string>>): Keys =>
    (pdf) => {
      const { form, revision } = layoutOf(pdf);
      const value = revision.get(form);
      return { [form]: withKeys(value instanceof Map ? value : new Map(), keys) };
    };
  const puts: Readonly<Record<string, Keys>> = {
    'a form that is drawn anew': inForm({ NeedAppearances: 'true' }),
    'a form of XML': inForm({ XFA: '(x)' }),
    'fonts of the form': inForm({ DR: `<< ${fonts} >>` }),
    'parts that can be hidden': inCatalog({ OCProperties: '<< /OCGs [] /D << /BaseState /OFF >> >>' }),
    'files and scripts by name': inCatalog({
      Names: '<< /JavaScript << /Names [(a) << /S /JavaScript /JS (x) >>] >> >>',
    }),
    'what runs at closing': inCatalog({ AA: '<< /WC << /S /JavaScript /JS (x) >> >>' }),
    'other permissions': inCatalog({ Perms: '<< >>' }),
    'another structure': inCatalog({ StructTreeRoot: '<< >>' }),
    'other labels of pages': inCatalog({ PageLabels: '<< /Nums [0 << /P (Lain) >>] >>' }),
    'what runs when a page opens': (pdf) => {
      const { page, pageDictionary } = layoutOf(pdf);
      return { [page]: withKeys(pageDictionary, { AA: `<< /O << /S /URI /URI (x) >> >>` }) };
    },
    'the value of a signature exchanged': (pdf) => {
      const { revision, form } = layoutOf(pdf);
      const fields = (revision.get(form) as ReadonlyMap<string, readonly { readonly number: number }[]>).get('Fields');
      const field = fields?.[0]?.number ?? 0;
      const dictionary = revision.get(field) as ReadonlyMap<string, never>;
      const { number } = dictionary.get('V') as unknown as { readonly number: number };
      return { [number]: written(revision.get(number)) };
    },
  };
  it.each(Object.entries(puts))('counts as a change: %s', (_, put) => {
    const pdf = signAgain(plain, colleague);
    expect(verifyDocument(pdf, Date.now(), [])).toMatchObject({ content: 'whole' });
    const { content } = verifyDocument(addUpdate(pdf, put(pdf)), Date.now(), []);
    expect(['changed', 'damaged']).toContain(content);
  });

  it.each([
    ['references of two kinds side by side', '/XRefStm 9'],
    ['what is none of a trailer', '/Contents 9 0 R'],
  ])('counts as a change: %s', (_, put) => {
    const pdf = signAgain(plain, colleague);
    const text = Buffer.from(addUpdate(pdf, {})).toString('latin1');
    const given = text.slice(0, pdf.length) + text.slice(pdf.length).replace('/Prev', `${put} /Prev`);
    expect(verifyDocument(Buffer.from(given, 'latin1'), Date.now(), [])).toMatchObject({ content: 'changed' });
  });
});
