import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasSignatureTraces } from '../../../electron/backend/formats/pdf/pdf-signatures.ts';
import { signDocument } from '../../../electron/backend/formats/pdf/sign-pdf.ts';
import { verifyDocument } from '../../../electron/backend/formats/pdf/verify.ts';
import { run } from '../../../electron/cli/run.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { sampleAct, sampleIdentity, samplePdf, signedAt } from '../../fixtures/document-samples.ts';
import { addUpdate, layoutOf, type Objects, withKeys, written } from '../../fixtures/pdf-updates.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';

// A trace of a signature is no verdict on it: what waits for one is unsigned, what checks one later is no change.

let plain: Uint8Array;
let paper: Uint8Array;
beforeAll(async () => {
  plain = await samplePdf();
  paper = await signDocument({ pdf: plain, act: sampleAct(), title: 'Uji', at: signedAt, identity: sampleIdentity() });
});

const hidden = { Type: '/Annot', Subtype: '/Widget', FT: '/Sig', Rect: '[0 0 0 0]', F: '132', T: '(Kedua)' };

/** `pdf` with a field for a signature, after those that it has. */
const withField = (
  pdf: Uint8Array,
  keys: Readonly<Record<string, string>> = {},
  more: (free: number) => Objects = () => ({}),
): Uint8Array => {
  const { revision, size, page, pageDictionary, root, catalog, form } = layoutOf(pdf);
  const before = Number.isNaN(form) ? new Map() : revision.get(form);
  const dictionary = before instanceof Map ? before : new Map();
  const listed = (value: Parameters<typeof revision.resolve>[0]): string =>
    written(revision.resolve(value) ?? []).slice(1, -1);
  return addUpdate(pdf, {
    [size]: withKeys(new Map(), { ...hidden, ...keys }),
    [page]: withKeys(pageDictionary, { Annots: `[${listed(pageDictionary.get('Annots'))} ${size} 0 R]` }),
    [Number.isNaN(form) ? size + 1 : form]: withKeys(dictionary, {
      SigFlags: '3',
      Fields: `[${listed(dictionary.get('Fields'))} ${size} 0 R]`,
    }),
    ...(Number.isNaN(form) ? { [root]: withKeys(catalog, { AcroForm: `${size + 1} 0 R` }) } : {}),
    ...more(size + 2),
  });
};

const wanted = '<< /Type /SV /SubFilter [/adbe.pkcs7.detached /ETSI.CAdES.detached] /Filter /Adobe.PPKLite >>';
const waiting: Readonly<Record<string, () => Uint8Array>> = {
  'an empty field': () => withField(plain),
  'an empty field with an area': () => withField(plain, { Rect: '[50 50 300 100]', MK: '<< >>' }),
  'an empty field that says how it is to be signed': () => withField(plain, { SV: wanted }),
  'an empty field that locks others': () => withField(plain, { Lock: '<< /Type /SigFieldLock /Action /All >>' }),
  'two empty fields': () => withField(withField(plain), { T: '(Ketiga)' }),
};

/** Exit code of `bilik verify`, and what it says. */
const verified = async (pdf: Uint8Array) => {
  const path = join(temporaryFolder(), 'a.pdf');
  writeFileSync(path, pdf);
  let out = '';
  const hear = (text: string): void => {
    out += text;
  };
  const code = await run(['verify', path], vaultDeps, { out: hear, error: hear, readPassphrase: async () => null });
  return { code, out };
};

describe.each(Object.entries(waiting))('a PDF with %s', (_, make) => {
  it('is not signed, and not called damaged', async () => {
    expect(hasSignatureTraces(make())).toBe(false);
    expect(verifyDocument(make(), Date.now(), [])).toMatchObject({
      content: 'unsigned',
      verdict: 'unsigned',
      findings: ['noSignature'],
    });
    const { code, out } = await verified(make());
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('Tidak ada tanda tangan elektronik') });
    expect(out).not.toContain('Tidak sah');
  });
});

describe('a PDF whose signature was damaged', () => {
  const lost: Readonly<Record<string, (text: string) => string>> = {
    'no range': (text) => text.replaceAll('/ByteRange', '/ByteRengi'),
    'a range that makes no sense': (text) =>
      text.replace(/\/ByteRange\s*\[[^\]]*\]/g, (all) => all.replace(/\d/g, '9')),
    'no value': (text) => text.replace(/\/Type\s*\/Sig\b[\s\S]*?(?=endobj)/, (all) => ' '.repeat(all.length)),
  };
  it.each(Object.entries(lost))('does not pass for unsigned: %s', (_, spoil) => {
    const spoilt = new Uint8Array(Buffer.from(spoil(Buffer.from(paper).toString('latin1')), 'latin1'));
    expect(spoilt).not.toEqual(paper);
    expect(verifyDocument(spoilt, Date.now(), [])).toMatchObject({ content: 'damaged', verdict: 'damaged' });
  });
});

describe('what is added to a signed paper', () => {
  const data = (): Uint8Array => {
    const { root, catalog, size } = layoutOf(paper);
    return addUpdate(paper, { [size]: '<< /Type /DSS >>', [root]: withKeys(catalog, { DSS: `${size} 0 R` }) });
  };
  const added: Readonly<Record<string, () => Uint8Array>> = {
    'a line end': () => Buffer.concat([paper, Buffer.from('\n')]),
    'a line end of Windows': () => Buffer.concat([paper, Buffer.from('\r\n')]),
    'zeros and blanks that fill a block': () => Buffer.concat([paper, Buffer.from('\n\0\0\f\t \0')]),
    'a comment of a mail scanner': () => Buffer.concat([paper, Buffer.from('\n% diperiksa: bersih\r\n')]),
    'a mark of byte order in front': () => Buffer.concat([Buffer.from('\xef\xbb\xbf', 'latin1'), paper]),
    'line ends in front': () => Buffer.concat([Buffer.from('\r\n\n'), paper]),
    'blanks in front, and a line end behind': () => Buffer.concat([Buffer.from(' \0'), paper, Buffer.from('\n')]),
    'an update of nothing': () => addUpdate(paper, {}),
    'an update of nothing, by a stream': () => addUpdate(paper, {}, 'stream'),
    'its page said again as it is': () =>
      addUpdate(paper, { [layoutOf(paper).page]: written(layoutOf(paper).pageDictionary) }),
    'a later version, and data to check it by': () => {
      const { root, catalog } = layoutOf(paper);
      const more = { Version: '/1.7', DSS: '<< /Certs [] >>', Extensions: '<< /ESIC << /BaseVersion /1.7 >> >>' };
      return addUpdate(paper, { [root]: withKeys(catalog, more) }, 'stream');
    },
    'its end said twice': () => Buffer.concat([paper, Buffer.from('\n%%EOF\n')]),
    'data to check it later, and a comment': () => Buffer.concat([data(), Buffer.from('\r\n% diperiksa\r\n\0')]),
    'data to check it later': data,
    'data to check it later, and a line end': () => Buffer.concat([data(), Buffer.from('\n')]),
    'an empty field without an area': () => withField(paper),
    'two of them, one after the other': () => withField(withField(paper), { T: '(Ketiga)' }),
  };
  it.each(Object.entries(added))('shows nothing new, and the command says so: %s', async (_, add) => {
    const pdf = new Uint8Array(add());
    expect(verifyDocument(pdf, Date.now(), [])).toMatchObject({ content: 'extended', verdict: 'signerUnknown' });
    const { code, out } = await verified(pdf);
    expect(code).toBe(0);
    expect(out).toContain('Isi utuh, penanda tangannya belum diketahui');
    expect(out).toContain('yang ditambahkan sesudahnya tidak menampilkan hal baru');
  });

  it.each([
    '% startxref 0\n',
    '%%EOF\nstartxref\n9\n%%EOF',
    '% 3 0 obj << >> endobj',
    '\n<!-- diunduh -->',
    '\n% a\nb',
    `%${'x'.repeat(1100)}`,
    '\n--batas--\r\n',
    '\n.\r\n',
  ])('may show something new where readers look for objects, or stop at it: %j', (tail) => {
    const pdf = new Uint8Array(Buffer.concat([paper, Buffer.from(tail)]));
    expect(verifyDocument(pdf, Date.now(), [])).toMatchObject({ content: 'changed', verdict: 'shownChanged' });
  });

  it('may show something new: a field with an area, an appearance or an action', () => {
    const shown: readonly Readonly<Record<string, string>>[] = [
      { Rect: '[50 50 300 100]' },
      { AP: '<< /N 3 0 R >>' },
      { AA: '<< /U << /S /JavaScript /JS (x) >> >>' },
      { FT: '/Tx' },
      { V: '(x)' },
      { V: 'null' },
    ];
    for (const keys of shown)
      expect(verifyDocument(withField(paper, keys), Date.now(), []), JSON.stringify(keys)).toMatchObject({
        content: 'changed',
        verdict: 'shownChanged',
      });
  });
});

it('is damaged where more than blanks stands in front of it, or its line ends were changed', () => {
  const text = Buffer.from(paper).toString('latin1');
  for (const changed of [
    `HTTP/1.1 200 OK\r\n\r\n${text}`,
    `%!PS\n${text}`,
    text.replaceAll('\n', '\r\n'),
    ` ${text.slice(1)}`,
  ])
    expect(verifyDocument(new Uint8Array(Buffer.from(changed, 'latin1')), Date.now(), []).content).not.toBe('extended');
});

describe('what fills up the place of a signature', () => {
  const withByte = (byte: string): string | null => {
    const end = Buffer.from(paper).lastIndexOf('00>');
    const changed = Uint8Array.from(paper);
    changed[end] = byte.charCodeAt(0);
    return verifyDocument(changed, signedAt.getTime(), []).content;
  };

  it('means nothing as white space, which a string of digits may hold', () => {
    expect([' ', '\n'].map(withByte)).toEqual(['whole', 'whole']);
  });

  it('holds nothing else', () => {
    expect(['1', 'f', 'z'].map(withByte)).toEqual(['damaged', 'damaged', 'damaged']);
  });
});
