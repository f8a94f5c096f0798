import { Buffer } from 'node:buffer';
import { deflateSync } from 'node:zlib';
import { pdfDate, writeUpdate } from './write-update.ts';
import { xmpPacket } from './xmp.ts';

/** What a PDF says of itself. */
export interface Metadata {
  /** Title of the document. */
  readonly title: string;
  readonly at: Date;
}

/** A file to put into a PDF. ASCII alone where noted. */
export interface FileToAttach {
  /** ASCII. */
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** Text string of PDF in UTF-16 (ISO 32000-1, 7.9.2.2), as hexadecimal. */
const textString = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

const nameOf = (text: string): string => text.replace(/[^A-Za-z0-9.+-]/g, (c) => `#${c.charCodeAt(0).toString(16)}`);

/** Where things stand in a PDF with a classic cross-reference table, as Chromium's printing writes it. */
interface Layout {
  readonly size: number;
  readonly root: number;
  readonly info: number;
  readonly previousXref: number;
  /** Inside of the catalog's dictionary. */
  readonly catalog: string;
  /** Start and end of the metadata's dictionary, its brackets left out. */
  readonly infoRange: readonly [number, number];
}

const numberAfter = (text: string, pattern: RegExp): number => {
  const found = Number(pattern.exec(text)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(found)) throw new TypeError('a PDF with a classic cross-reference table is needed');
  return found;
};

const dictionaryOf = (text: string, id: number): readonly [number, number] => {
  const start = text.lastIndexOf(`\n${id} 0 obj`);
  const [from, end] = [text.indexOf('<<', start) + 2, text.indexOf('endobj', start)];
  if (start === -1 || from === 1 || end < from) throw new TypeError('an object is missing');
  return [from, text.lastIndexOf('>>', end)];
};

const layoutOf = (text: string): Layout => {
  const tail = text.slice(text.lastIndexOf('trailer'));
  const root = numberAfter(tail, /\/Root\s+(\d+)\s+0\s+R/);
  const info = numberAfter(tail, /\/Info\s+(\d+)\s+0\s+R/);
  const catalog = text.slice(...dictionaryOf(text, root));
  if (/\/(Names|AF|Version|AcroForm|Metadata)\b/.test(catalog)) throw new TypeError('a freshly printed PDF is needed');
  return {
    size: numberAfter(tail, /\/Size\s+(\d+)/),
    root,
    info,
    previousXref: numberAfter(tail, /startxref\s+(\d+)/),
    catalog,
    infoRange: dictionaryOf(text, info),
  };
};

type Objects = readonly (readonly [number, Buffer])[];

const datesOf = (at: Date): string => `/CreationDate ${pdfDate(at)} /ModDate ${pdfDate(at)}`;

const infoOf = ({ title, at }: Metadata): Buffer =>
  Buffer.from(`<< /Title ${textString(title)} /Creator (Bilik) /Producer (Bilik) ${datesOf(at)} >>`);

const catalogOf = ({ catalog, size }: Layout, more: string): Buffer => {
  const language = /\/Lang\b/.test(catalog) ? '' : ' /Lang (id)';
  return Buffer.from(`<<${catalog}\n/Version /1.7 /Metadata ${size} 0 R${more}${language} >>`, 'latin1');
};

/** The same metadata once more as XMP (ISO 32000-1, 14.3.2), not packed, so that any program finds it. */
const xmpOf = (metadata: Metadata, files: readonly FileToAttach[]): Buffer => {
  const packet = Buffer.from(xmpPacket({ ...metadata, attached: files.map(({ name }) => name) }));
  const head = `<< /Type /Metadata /Subtype /XML /Length ${packet.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packet, Buffer.from('\nendstream')]);
};

/** Stream and file specification of one file, from object `id` on. */
const objectsOfFile = (file: FileToAttach, id: number, at: Date): Objects => {
  const packed = deflateSync(file.bytes);
  const head = `<< /Type /EmbeddedFile /Subtype /${nameOf(file.mediaType)} /Params << /Size ${file.bytes.length} ${datesOf(at)} >> /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  const names = `/Type /Filespec /F (${file.name}) /UF ${textString(file.name)} /EF << /F ${id} 0 R >>`;
  return [
    [id, Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])],
    [id + 1, Buffer.from(`<< ${names} /Desc ${textString(file.description)} /AFRelationship /Data >>`)],
  ];
};

/** Metadata, its XMP as the first new object, and files behind it, which the whole document names as its own (AF). */
const objectsOf = (files: readonly FileToAttach[], metadata: Metadata, layout: Layout): Objects => {
  const idOf = (at: number): number => layout.size + 1 + 2 * at;
  const names = files.map((file, at) => `(${file.name}) ${idOf(at) + 1} 0 R`);
  const references = files.map((_, at) => `${idOf(at) + 1} 0 R`);
  const attached = ` /Names << /EmbeddedFiles << /Names [${names.join(' ')}] >> >> /AF [${references.join(' ')}]`;
  return [
    [layout.info, infoOf(metadata)],
    [layout.root, catalogOf(layout, files.length === 0 ? '' : attached)],
    [layout.size, xmpOf(metadata, files)],
    ...files.flatMap((file, at) => objectsOfFile(file, idOf(at), metadata.at)),
  ];
};

/**
 * Adds files (in the order of their names, as PDF wants them) and new metadata to a freshly printed PDF, as an
 * incremental update (ISO 32000-1, 7.5.6); what the printer wrote about itself is blanked in place. Throws TypeError
 * for a PDF that is laid out otherwise.
 */
export const attachFiles = (pdf: Uint8Array, files: readonly FileToAttach[], metadata: Metadata): Buffer => {
  const original = Buffer.from(pdf);
  const layout = layoutOf(original.toString('latin1'));
  original.fill(' ', ...layout.infoRange);
  const { root, info, previousXref: previous } = layout;
  const trailer = `/Root ${root} 0 R /Info ${info} 0 R`;
  return writeUpdate(original, objectsOf(files, metadata, layout), { size: layout.size, previous, keys: trailer });
};

/** `attachFiles` without a file: the metadata alone. */
export const describePdf = (pdf: Uint8Array, metadata: Metadata): Buffer => attachFiles(pdf, [], metadata);
