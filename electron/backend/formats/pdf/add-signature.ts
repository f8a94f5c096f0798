import { Buffer } from 'node:buffer';
import { type PdfRevision, revisionUntil } from './pdf-revision.ts';
import { isArray, isDictionary, isReference, nameOf, type PdfDictionary, type PdfValue } from './pdf-values.ts';
import { pdfDate, writeUpdate } from './write-update.ts';

/** A signature to be added. */
export interface SignatureRequest {
  /** Stated time of signing. */
  readonly at: Date;
  /** Most bytes that `sign` gives. */
  readonly room: number;
  /** The signature value (CMS in DER) over what the signature covers. */
  readonly sign: (content: Buffer) => Uint8Array;
}

const maxDepth = 60;

const fail = (): never => {
  throw new TypeError('a PDF of Bilik is needed');
};

const nameText = (name: string): string =>
  `/${name.replace(/[^A-Za-z0-9.+_-]/g, (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;

/** A value as PDF writes it. */
const written = (value: PdfValue): string => {
  if (typeof value === 'number') return /^-?[\d.]+$/.test(String(value)) ? String(value) : fail();
  if (value === null || typeof value === 'boolean') return String(value);
  if (isArray(value)) return `[${value.map(written).join(' ')}]`;
  if (isDictionary(value))
    return `<< ${[...value].map(([key, entry]) => `${nameText(key)} ${written(entry)}`).join(' ')} >>`;
  if (isReference(value)) return `${value.number} ${value.generation} R`;
  return 'text' in value ? value.text : nameText(nameOf(value) ?? '');
};

const reference = (number: number): PdfValue => ({ number, generation: 0 });
const dictionaryOf = (value: PdfValue): PdfDictionary => (isDictionary(value) ? value : fail());
const listOf = (value: PdfValue): readonly PdfValue[] => (isArray(value) ? value : []);
const withKeys = (dictionary: PdfDictionary, keys: Readonly<Record<string, PdfValue>>): PdfDictionary =>
  new Map([...dictionary, ...Object.entries(keys)]);

/** Number and dictionary of an object that a value names. */
const objectOf = (revision: PdfRevision, value: PdfValue | undefined): readonly [number, PdfDictionary] =>
  isReference(value) && value.generation === 0 ? [value.number, dictionaryOf(revision.get(value.number))] : fail();

const firstPage = (revision: PdfRevision, node: PdfValue | undefined, depth = 0): readonly [number, PdfDictionary] => {
  const [number, page] = objectOf(revision, node);
  if (!page.has('Kids')) return [number, page];
  return depth > maxDepth ? fail() : firstPage(revision, listOf(revision.resolve(page.get('Kids')))[0], depth + 1);
};

/** A name that no field has. */
const freeName = (revision: PdfRevision, fields: readonly PdfValue[]): string => {
  const taken = fields.map((field) => {
    const value = revision.resolve(field);
    return isDictionary(value) ? written(value.get('T') ?? null) : '';
  });
  let at = fields.length + 1;
  while (taken.includes(`(Signature${at})`)) at += 1;
  return `(Signature${at})`;
};

const rangeRoom = ' '.repeat(50);

/** The objects of a signature whose value is still to come. */
const objectsOf = (revision: PdfRevision, size: number, { at, room }: SignatureRequest): Map<number, string> => {
  const [root, catalog] = objectOf(revision, revision.trailer.get('Root'));
  const [page, pageKeys] = firstPage(revision, catalog.get('Pages'));
  const [form, formKeys] = catalog.has('AcroForm')
    ? objectOf(revision, catalog.get('AcroForm'))
    : ([size + 2, new Map([['Type', { name: 'AcroForm' }]])] as const);
  const fields = listOf(revision.resolve(formKeys.get('Fields')));
  const annotations = listOf(revision.resolve(pageKeys.get('Annots')));
  const widget = reference(size + 1);
  const shape = '/Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /F 132';
  const kind = '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached';
  const by = '/Prop_Build << /Filter << /Name /Adobe.PPKLite >> /App << /Name /Bilik >> >>';
  const place = `/ByteRange [0${rangeRoom}] /Contents <${'0'.repeat(2 * room)}>`;
  const objects = new Map([
    [size, `<< ${kind} /M ${pdfDate(at)} ${by} ${place} >>`],
    [size + 1, `<< ${shape} /T ${freeName(revision, fields)} /V ${size} 0 R /P ${page} 0 R >>`],
    [page, written(withKeys(pageKeys, { Annots: [...annotations, widget] }))],
    [form, written(withKeys(formKeys, { SigFlags: 3, Fields: [...fields, widget] }))],
  ]);
  if (!catalog.has('AcroForm')) objects.set(root, written(withKeys(catalog, { AcroForm: reference(form) })));
  return objects;
};

/** The trailer's keys that go on. */
const keptKeys = ({ trailer }: PdfRevision): string =>
  ['Root', 'Info', 'ID']
    .filter((key) => trailer.has(key))
    .map((key) => `/${key} ${written(trailer.get(key) ?? null)}`)
    .join(' ');

/**
 * Adds a signature without appearance (`ETSI.CAdES.detached`) over the whole file, as an incremental update: whatever
 * was signed before stays as it is, byte by byte, and `laterAdditions` takes it for `silent`. Throws TypeError when the
 * PDF is not laid out as ours are, or the value does not fit its room.
 */
export const addSignature = (pdf: Uint8Array, request: SignatureRequest): Uint8Array => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const revision = revisionUntil({ bytes, text: bytes.toString('latin1') }, bytes.length);
  const size = Number(revision.trailer.get('Size'));
  // A table behind a stream of references is none that readers must know.
  if (!Number.isSafeInteger(size) || !/^\s*xref/.test(revision.text.slice(revision.startXref))) fail();
  const objects = [...objectsOf(revision, size, request)].map(
    ([number, text]) => [number, Buffer.from(text, 'latin1')] as const,
  );
  const file = writeUpdate(pdf, objects, { size, previous: revision.startXref, keys: keptKeys(revision) });
  const from = file.indexOf(`/Contents <${'0'.repeat(2 * request.room)}>`, pdf.length) + '/Contents '.length;
  const to = from + 2 * request.room + 2;
  const range = file.indexOf(`/ByteRange [0${rangeRoom}]`, pdf.length);
  file.write(`/ByteRange [0 ${from} ${to} ${file.length - to}]`.padEnd(13 + rangeRoom.length + 1), range, 'latin1');
  const value = Buffer.from(request.sign(Buffer.concat([file.subarray(0, from), file.subarray(to)])));
  if (value.length > request.room) fail();
  file.write(value.toString('hex'), from + 1, 'latin1');
  return new Uint8Array(file);
};
