import { type PdfSection, sectionAt, sectionOfStream } from './pdf-references.ts';
import { PdfRevision } from './pdf-revision.ts';
import { countOf } from './pdf-streams.ts';
import { isDictionary, nameOf, type PdfObject, PdfScanner } from './pdf-values.ts';

/** An incremental update (ISO 32000-1, 7.5.6) that was read to its last byte. */
export interface PdfUpdate {
  /** The file with it. */
  readonly revision: PdfRevision;
  /** Numbers of the objects that it writes, the carriers of references and of other objects left out. */
  readonly written: ReadonlySet<number>;
  /** Numbers that it gives to an object for the first time, of carriers too. */
  readonly fresh: ReadonlySet<number>;
  /** Offset after its `%%EOF` and the spaces behind. */
  readonly end: number;
}

const objectHere = /\d{1,9} \d{1,5} obj/y;

const isCarrier = ({ value }: PdfObject): boolean =>
  isDictionary(value) && ['XRef', 'ObjStm'].includes(nameOf(value.get('Type')) ?? '');

const fail = (): never => {
  throw new TypeError('no strict update');
};

/** Objects one after the other, nothing between them but spaces, none twice. */
const readObjects = (scanner: PdfScanner): Map<number, { readonly offset: number; readonly object: PdfObject }> => {
  const found = new Map<number, { readonly offset: number; readonly object: PdfObject }>();
  for (scanner.space(); ; scanner.space()) {
    const offset = scanner.at;
    if (scanner.take(objectHere) === null) return found;
    scanner.at = offset;
    const object = scanner.object();
    if (object.generation !== 0 || found.has(object.number)) fail();
    found.set(object.number, { offset, object });
  }
};

/** Expects that each reference names an object of this update where it lies, and that each object is named. */
const expectSame = (
  { places, object }: PdfSection,
  objects: ReturnType<typeof readObjects>,
  contained: (container: number, index: number, number: number) => boolean,
): void => {
  for (const [number, place] of places) {
    if (place === 'free') {
      if (number !== 0) fail();
    } else if ('container' in place) {
      if (!objects.has(place.container) || !contained(place.container, place.index, number)) fail();
    } else if (place.generation !== 0 || objects.get(number)?.offset !== place.offset) fail();
  }
  for (const number of objects.keys()) if (!places.has(number) && number !== object?.number) fail();
};

/** Keys of a trailer, and of a stream of references, which is a trailer too (ISO 32000-1, tables 5, 15, 17). */
const trailerKeys = ['Size', 'Prev', 'Root', 'Info', 'ID'];
const streamKeys = ['Type', 'W', 'Index', 'Length', 'Filter', 'DecodeParms'];

/** Expects in a trailer what has a meaning there, or stood there before: what is put into it must show nothing. */
const expectKeys = ({ trailer, object }: PdfSection, before: PdfRevision): void => {
  const known = object === null ? trailerKeys : [...trailerKeys, ...streamKeys];
  if (![...trailer.keys()].every((key) => known.includes(key) || before.trailer.has(key))) fail();
};

/** Expects that an update goes on from the revision before it, and that no object falls behind its size. */
const expectNext = ({ trailer, places }: PdfSection, before: PdfRevision): void => {
  const size = countOf(trailer, 'Size');
  if (size < countOf(before.trailer, 'Size') || [...places.keys()].some((number) => number >= size)) fail();
  const same = (key: string): boolean =>
    JSON.stringify(trailer.get(key)) === JSON.stringify(before.trailer.get(key)) ||
    (key === 'Info' && !trailer.has(key));
  if (trailer.get('Prev') !== before.startXref || !same('Root') || !same('Info') || trailer.has('Encrypt')) fail();
};

/**
 * Reads the update that begins at `from`, where `before` ends. Throws TypeError when a byte of it is unaccounted for: a
 * reader that follows the cross-references and one that looks for objects must find the same.
 */
export const readUpdate = (before: PdfRevision, from: number): PdfUpdate => {
  const scanner = new PdfScanner(before.text, from);
  const objects = readObjects(scanner);
  const last = [...objects.values()].at(-1);
  const isTable = before.text.startsWith('xref', scanner.at);
  const at = isTable ? scanner.at : (last?.offset ?? fail());
  const section = isTable
    ? sectionAt(before.bytes, before.text, at)
    : sectionOfStream(before.bytes, last?.object ?? fail());
  scanner.at = section.end;
  const startXref = scanner.takes('startxref') ? scanner.value() : fail();
  // Some programs name the end of the line before.
  const named = typeof startXref === 'number' && startXref <= at ? before.text.slice(startXref, at) : fail();
  if (!/^[\r\n]{0,2}$/.test(named) || !scanner.takes('%%EOF')) fail();
  scanner.space();
  expectNext(section, before);
  expectKeys(section, before);
  const places = new Map([...before.places, ...section.places]);
  const trailer = section.trailer.has('Info')
    ? section.trailer
    : new Map([...section.trailer, ['Info', before.trailer.get('Info') ?? null] as const]);
  const revision = new PdfRevision(before, places, trailer, Number(startXref));
  const written = new Set([...section.places.keys()].filter((number) => number !== 0));
  expectSame(section, objects, (container, index, number) => revision.containedAt(container, index) === number);
  for (const [number, { object }] of objects) {
    if (!isCarrier(object)) continue;
    // What carries references or objects must be new: an object of the page with that number would be gone.
    if (before.places.has(number)) fail();
    written.delete(number);
  }
  const fresh = new Set([...section.places.keys(), ...objects.keys()].filter((number) => !before.places.has(number)));
  return { revision, written, fresh, end: scanner.at };
};
