import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { writeActContainer } from '../../../electron/backend/formats/act/act-container.ts';
import { attachFiles } from '../../../electron/backend/formats/pdf/attach-file.ts';
import { embeddedAct } from '../../../electron/backend/formats/pdf/embedded-act.ts';
import { embeddedFile } from '../../../electron/backend/formats/pdf/embedded-file.ts';
import { embeddedRecord } from '../../../electron/backend/formats/pdf/embedded-record.ts';
import { sampleAct, samplePdf, signedAt } from '../../fixtures/document-samples.ts';
import { signedRecordFile } from '../../fixtures/guidance.ts';

const act = sampleAct();
const file = (bytes = writeActContainer(act)) => ({
  name: 'langkah.json',
  mediaType: 'application/json',
  description: 'Langkah',
  bytes,
  title: 'Undangan é',
  at: signedAt,
});

const attachFile = (pdf: Uint8Array, { title, at, ...attached }: ReturnType<typeof file>) =>
  attachFiles(pdf, [attached], { title, at });

describe('attachFiles', () => {
  it('adds several files, each found under its name', async () => {
    const { title, at, ...first } = file();
    const second = { ...first, name: 'salinan.json', bytes: new TextEncoder().encode('{}') };
    const attached = attachFiles(await samplePdf(), [first, second], { title, at });
    expect(embeddedFile(attached, 'langkah.json', 1e6)).toEqual({ bytes: Buffer.from(first.bytes) });
    expect(embeddedFile(attached, 'salinan.json', 1e6)).toEqual({ bytes: Buffer.from('{}') });
    expect((await PDFDocument.load(attached, { updateMetadata: false })).getPageCount()).toBe(1);
  });

  it('adds file and metadata that other readers see', async () => {
    const attached = attachFile(await samplePdf(), file());
    const read = await PDFDocument.load(attached, { updateMetadata: false });
    expect(read.getTitle()).toBe('Undangan é');
    expect(read.getCreationDate()).toEqual(signedAt);
    expect(read.getPageCount()).toBe(1);
  });

  it('blanks what the printer said of itself', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.setCreator('x');
    const plain = await document.save({ useObjectStreams: false });
    const text = Buffer.from(attachFile(plain, file())).toString('latin1');
    expect(text).not.toContain('FEFF0070006400660'); // "pdf…" of the library's name in UTF-16
    expect(text.match(/\/Producer/g)).toHaveLength(1);
  });

  it('refuses a PDF that is laid out otherwise', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    const streams = await document.save({ useObjectStreams: true });
    const attached = attachFile(await samplePdf(), file());
    expect(() => attachFile(streams, file())).toThrow(TypeError);
    expect(() => attachFile(attached, file())).toThrow(TypeError);
    expect(() => attachFile(new Uint8Array(), file())).toThrow(TypeError);
  });
});

describe('embeddedAct', () => {
  it('finds the act', async () => {
    const found = embeddedAct(attachFile(await samplePdf(), file()));
    expect(found).toMatchObject({ state: 'valid', act: { hash: act.hash } });
  });

  it('finds none in a PDF without', async () => {
    expect(embeddedAct(await samplePdf())).toEqual({ state: 'none' });
  });

  it('takes two for damage, and a file that is no act', async () => {
    const attached = attachFile(await samplePdf(), file());
    const text = attached.toString('latin1');
    const specification = /\/UF <FEFF[0-9A-F]+> \/EF << \/F \d+ 0 R >>/.exec(text)?.[0] ?? '';
    const twice = Buffer.from(`${text}\n${specification}`, 'latin1');
    expect(embeddedAct(twice)).toEqual({ state: 'damaged', code: 'severalActs' });
    const other = attachFile(await samplePdf(), file(new TextEncoder().encode('{}')));
    expect(embeddedAct(other)).toEqual({ state: 'damaged', code: 'actFileInvalid' });
    const cut = Buffer.from(
      text.replace(/\/FlateDecode \/Length \d+ >>\nstream/, '/FlateDecode /Length 99999999 >>\nstream'),
      'latin1',
    );
    expect(embeddedAct(cut)).toEqual({ state: 'damaged', code: 'actFileInvalid' });
  });

  it('unpacks no bombs', async () => {
    const bomb = attachFile(await samplePdf(), file(new Uint8Array(9 * 1024 * 1024)));
    expect(embeddedAct(bomb)).toEqual({ state: 'damaged', code: 'actFileInvalid' });
  });
});

describe('embeddedRecord', () => {
  const record = (bytes: Uint8Array) => ({ ...file(bytes), name: 'rekaman.json', description: 'Rekaman' });

  it('finds the record, which is no act', async () => {
    const { hash, file: bytes } = signedRecordFile();
    const attached = attachFile(await samplePdf(), record(bytes));
    expect(embeddedRecord(attached)).toMatchObject({ state: 'valid', record: { hash } });
    expect(embeddedAct(attached)).toEqual({ state: 'none' });
  });

  it('finds none beside an act', async () => {
    expect(embeddedRecord(attachFile(await samplePdf(), file()))).toEqual({ state: 'none' });
  });

  it('says what is wrong with one that does not hold', async () => {
    const { file: spoilt } = signedRecordFile((signatures) =>
      signatures.map((signature) => ({ ...signature, signature: new Uint8Array(64) })),
    );
    for (const [bytes, code] of [
      [spoilt, 'recordSignatureInvalid'],
      [new TextEncoder().encode('{}'), 'recordFileInvalid'],
      [new Uint8Array(3 * 1024 * 1024), 'recordFileInvalid'],
    ] as const) {
      expect(embeddedRecord(attachFile(await samplePdf(), record(bytes)))).toEqual({ state: 'damaged', code });
    }
    const text = attachFile(await samplePdf(), record(spoilt)).toString('latin1');
    const specification = /\/UF <FEFF[0-9A-F]+> \/EF << \/F \d+ 0 R >>/.exec(text)?.[0] ?? '';
    expect(embeddedRecord(Buffer.from(`${text}\n${specification}`, 'latin1'))).toEqual({
      state: 'damaged',
      code: 'severalRecords',
    });
  });
});
