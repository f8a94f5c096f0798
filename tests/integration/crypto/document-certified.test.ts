import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import { people, sampleIdentity, samplePdf } from '../../fixtures/document-samples.ts';
import {
  addUpdate,
  type LaterSignature,
  layoutOf,
  type Objects,
  signAgain,
  streamOf,
  withKeys,
} from '../../fixtures/pdf-updates.ts';

// Who signs a PDF can say what may be added to it (DocMDP, ISO 32000-1, table 254): 1 nothing, 2 signatures and what is
// filled in, 3 notes as well. Timestamps and the data to check signatures may always come (ISO 32000-2, 12.8.2.2).

const folder = mkdtempSync(join(tmpdir(), 'bilik-certified-'));
afterAll(() => rmSync(folder, { recursive: true }));
const now = Date.now();
const head = sampleIdentity(people.head.name);
const colleague = sampleIdentity(people.assessor.name);
const check = (pdf: Uint8Array) => verifyDocument(pdf, now, []);
const fileOf = (pdf: Uint8Array): string => {
  const path = join(folder, 'a.pdf');
  writeFileSync(path, pdf);
  return path;
};

let plain: Uint8Array;
beforeAll(async () => {
  plain = await samplePdf();
});

const transform = (parameters: string): string =>
  `[<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /V /1.2 ${parameters} >> >>]`;

/** Signed by the head, whose signature has these keys; `isNamed`: the catalog says that it certifies. */
const certified = (value: string, isNamed = true, later: LaterSignature = {}): Uint8Array => {
  const { size, root, catalog } = layoutOf(plain);
  const perms = withKeys(catalog, { AcroForm: `${size + 2} 0 R`, Perms: `<< /DocMDP ${size} 0 R >>` });
  return signAgain(plain, head, { value, ...(isNamed && { more: () => ({ [root]: perms }) }), ...later });
};

const nothing = transform('/P 1');
/** Ways to say that nothing may be added. */
const closed: Readonly<Record<string, () => Uint8Array>> = {
  certified: () => certified(`/Reference ${nothing}`),
  'certified, which the catalog alone names': () => {
    const { size, root, catalog } = layoutOf(plain);
    // No list of fields has the signature: readers find it by the page, or by the catalog.
    const more = () => ({
      [size + 2]: '<< /Fields [] /SigFlags 3 >>',
      [root]: withKeys(catalog, { AcroForm: `${size + 2} 0 R`, Perms: `<< /DocMDP ${size} 0 R >>` }),
    });
    return certified(`/Reference ${nothing}`, false, { more });
  },
  'certified, which the catalog does not name': () => certified(`/Reference ${nothing}`, false),
  'certified by objects of their own': () =>
    certified('/Reference 901 0 R', false, {
      more: () => ({
        901: '[902 0 R]',
        902: '<< /Type /SigRef /TransformMethod /DocMDP /TransformParams 903 0 R >>',
        903: '<< /Type /TransformParams /V /1.2 /P 904 0 R >>',
        904: '1',
      }),
    }),
  'certified in a name with a code for a letter': () =>
    certified(`/Reference ${nothing.replace('DocMDP', '#44ocMDP')}`, false),
  'by the lock of its field': () =>
    certified('', false, { field: { Lock: '<< /Type /SigFieldLock /Action /All /P 1 >>' } }),
};
/** What lets signatures come after. */
const open: Readonly<Record<string, string>> = {
  'certified for signatures (P 2)': `/Reference ${transform('/P 2')}`,
  'certified for notes (P 3)': `/Reference ${transform('/P 3')}`,
  'certified without a number, which means P 2': `/Reference ${transform('')}`,
  'no certificate of that kind': '',
};

const note = (pdf: Uint8Array): Uint8Array => {
  const { size, page, pageDictionary } = layoutOf(pdf);
  const text = '<< /Type /Annot /Subtype /FreeText /Rect [50 50 300 100] /Contents (Dicabut) /DA (/Helv 12 Tf) >>';
  return addUpdate(pdf, { [size]: text, [page]: withKeys(pageDictionary, { Annots: `[${size} 0 R]` }) });
};
const emptyField = (pdf: Uint8Array): Uint8Array => {
  const { size, form, revision } = layoutOf(pdf);
  const known = revision.get(form);
  const fields = known instanceof Map ? (known.get('Fields') as readonly { number: number }[]) : [];
  const objects: Objects = {
    [size]: '<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /T (Kedua) >>',
    [form]: `<< /Fields [${[...fields, { number: size }].map(({ number }) => `${number} 0 R`).join(' ')}] /SigFlags 3 >>`,
  };
  return addUpdate(pdf, objects);
};
const otherCatalog =
  (keys: Readonly<Record<string, string>>) =>
  (pdf: Uint8Array): Uint8Array => {
    const { root, catalog } = layoutOf(pdf);
    return addUpdate(pdf, { [root]: withKeys(catalog, keys) });
  };
const checkingData = (pdf: Uint8Array): Uint8Array => {
  const { size, root, catalog } = layoutOf(pdf);
  return addUpdate(pdf, {
    [size]: streamOf('certificate'),
    [root]: withKeys(catalog, { DSS: `<< /Type /DSS /Certs [${size} 0 R] >>` }),
  });
};
const timestamp = (pdf: Uint8Array): Uint8Array =>
  signAgain(pdf, colleague, { kind: ['DocTimeStamp', 'ETSI.RFC3161'] });

describe.each(Object.entries(closed))('a PDF to which nothing may be added: %s', (_, make) => {
  it('is whole as it was signed', () => {
    expect(check(make())).toMatchObject({ content: 'whole', verdict: 'signedOutside' });
  });

  it.each([
    ['a signature without appearance', (pdf: Uint8Array) => signAgain(pdf, colleague)],
    ['an empty field for one', emptyField],
    ['a note', note],
    ['another language, said by the catalog alone', otherCatalog({ Lang: '(en)' })],
    ['a catalog that certifies nothing any more', otherCatalog({ Perms: 'null' })],
    ['a signature after data to check signatures', (pdf: Uint8Array) => signAgain(checkingData(pdf), colleague)],
  ])('holds no more with %s', (__, add) => {
    const found = check(add(make()));
    expect(found).toMatchObject({ content: 'damaged', maker: 'outside', verdict: 'damagedOutside' });
    expect(found.findings[0]).toBe('addedAgainstSigner');
    // Each signature by itself fits its bytes.
    expect(found.signatures.every(({ intact }) => intact)).toBe(true);
  });

  it.each([
    ['data to check signatures', checkingData],
    ['a line that mail left', (pdf: Uint8Array) => new Uint8Array(Buffer.concat([pdf, Buffer.from('\r\n')]))],
  ])('is whole, with additions that show nothing new, with %s', (__, add) => {
    expect(check(add(make()))).toMatchObject({ content: 'extended', verdict: 'signedOutside' });
  });

  it('takes a timestamp', () => {
    // The samples have no timestamp by a genuine authority: what is asked is whether it counts as an addition.
    expect(check(timestamp(make())).findings).not.toContain('addedAgainstSigner');
  });
});

describe.each(Object.entries(open))('a PDF to which signatures may be added: %s', (_, value) => {
  it('is whole with a signature that shows nothing, and not with a note, which is not looked at', () => {
    const pdf = certified(value, value !== '');
    expect(check(pdf)).toMatchObject({ content: 'whole' });
    expect(check(signAgain(pdf, colleague))).toMatchObject({ content: 'extended', verdict: 'signedOutside' });
    expect(check(note(pdf))).toMatchObject({ content: 'changed', verdict: 'addedOutside' });
  });
});

it('a later signature that lets nothing come after it is heard as well', () => {
  const locked = signAgain(certified('', false), colleague, { field: { Lock: '<< /Action /All /P 1 >>' } });
  expect(check(locked)).toMatchObject({ content: 'extended' });
  expect(check(signAgain(locked, head)).findings[0]).toBe('addedAgainstSigner');
});

it('such files are sound for other programs', () => {
  for (const pdf of [
    ...Object.values(closed).map((make) => make()),
    certified(open['certified for notes (P 3)'] ?? ''),
  ]) {
    const twice = fileOf(signAgain(pdf, colleague));
    expect(execFileSync('pdfsig', ['-nocert', twice], { encoding: 'utf8' }).match(/Signature is Valid/g)).toHaveLength(
      2,
    );
    // Whatever it cannot read as it stands, it says.
    expect(spawnSync('pdfinfo', [twice], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  }
});
