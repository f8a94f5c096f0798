import type { Buffer } from 'node:buffer';
import { type PdfPlace, sectionAt } from './pdf-references.ts';
import { countOf, streamContent } from './pdf-streams.ts';
import {
  isArray,
  isDictionary,
  isReference,
  nameOf,
  type PdfDictionary,
  type PdfObject,
  PdfScanner,
  type PdfValue,
} from './pdf-values.ts';

const maxContainers = 100_000;

/** What a PDF says up to one `%%EOF`: its objects as a reader finds them by the cross-references. */
export class PdfRevision {
  readonly bytes: Buffer;
  readonly text: string;
  readonly places: ReadonlyMap<number, PdfPlace>;
  readonly trailer: PdfDictionary;
  /** Offset of its newest cross-reference section. */
  readonly startXref: number;
  readonly #containers = new Map<number, readonly (readonly [number, PdfValue])[]>();

  constructor(
    file: { readonly bytes: Buffer; readonly text: string },
    places: ReadonlyMap<number, PdfPlace>,
    trailer: PdfDictionary,
    startXref: number,
  ) {
    this.bytes = file.bytes;
    this.text = file.text;
    this.places = places;
    this.trailer = trailer;
    this.startXref = startXref;
  }

  /** What is read at the place of an object; undefined when it is free, unknown or lies in an object stream. */
  #at<T extends Pick<PdfObject, 'number' | 'generation'>>(
    number: number,
    read: (scanner: PdfScanner) => T,
  ): T | undefined {
    const place = this.places.get(number);
    if (place === undefined || place === 'free' || 'container' in place) return undefined;
    const object = read(new PdfScanner(this.text, place.offset));
    if (object.number !== number || object.generation !== place.generation) throw new TypeError('another object');
    return object;
  }

  /** An object with its stream; undefined when it is free, unknown or lies in an object stream. */
  object(number: number): PdfObject | undefined {
    return this.#at(number, (scanner) => scanner.object());
  }

  isStream(number: number): boolean {
    return (this.object(number)?.stream ?? null) !== null;
  }

  /** Numbers of all objects that hang on a value, also of those that are not there. */
  reached(start: PdfValue | undefined): ReadonlySet<number> {
    const seen = new Set<number>();
    const waiting: PdfValue[] = [start ?? null];
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
      if (isReference(value)) {
        if (seen.has(value.number)) continue;
        seen.add(value.number);
        waiting.push(this.get(value.number));
      } else if (isDictionary(value)) for (const entry of value.values()) waiting.push(entry);
      else if (isArray(value)) for (const entry of value) waiting.push(entry);
    }
    return seen;
  }

  /**
   * Numbers that the revision names and has nothing for: a later object with such a number would show where nothing
   * was. What hangs on its trailer is read value by value; what a reader finds that looks for objects (up to `end`) by
   * how they are usually written.
   */
  holes(end: number): ReadonlySet<number> {
    const named = new Set([...this.reached(this.trailer)].filter((number) => !this.places.has(number)));
    const size = this.trailer.get('Size');
    const usual = /(\d{1,9})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+(?:R|obj)/g;
    for (const [, number] of this.text.slice(0, end).matchAll(usual))
      if (typeof size === 'number' && Number(number) >= size) named.add(Number(number));
    return named;
  }

  /** The value of an object; null when there is none, as a reader takes it. */
  get(number: number): PdfValue {
    const place = this.places.get(number);
    if (place === undefined || place === 'free') return null;
    if (!('container' in place)) return this.#at(number, (scanner) => scanner.head())?.value ?? null;
    const [inside, value] = this.#contained(place.container)[place.index] ?? [];
    if (inside !== number) throw new TypeError('another object');
    return value ?? null;
  }

  /** The value itself, where it is a reference the one that it names. */
  resolve(value: PdfValue | undefined): PdfValue {
    return isReference(value) ? this.get(value.number) : (value ?? null);
  }

  /** The number of the object at this place of an object stream; undefined when there is none. */
  containedAt(container: number, index: number): number | undefined {
    return this.#contained(container)[index]?.[0];
  }

  /** The objects of an object stream with their numbers (ISO 32000-1, 7.5.7). */
  #contained(container: number): readonly (readonly [number, PdfValue])[] {
    const known = this.#containers.get(container);
    if (known !== undefined) return known;
    const object = this.object(container);
    const dictionary = object?.value;
    if (object === undefined || !isDictionary(dictionary) || nameOf(dictionary.get('Type')) !== 'ObjStm')
      throw new TypeError('no object stream');
    const text = streamContent(this.bytes, object).toString('latin1');
    const [count, first] = [countOf(dictionary, 'N'), countOf(dictionary, 'First')];
    if (count > maxContainers) throw new TypeError('too many objects');
    const head = text.slice(0, first).trim().split(/\s+/).map(Number);
    const read = Array.from(
      { length: count },
      (_, i) => [head[2 * i] ?? -1, new PdfScanner(text, first + (head[2 * i + 1] ?? 0)).value()] as const,
    );
    this.#containers.set(container, read);
    return read;
  }
}

/**
 * The revision that ends at `end` (`startxref`, offset, `%%EOF`). Throws TypeError when its cross-references are not
 * whole or it is encrypted.
 */
export const revisionUntil = (file: { readonly bytes: Buffer; readonly text: string }, end: number): PdfRevision => {
  const tail = /startxref[\r\n ]+(\d{1,10})[\r\n ]+%%EOF[\r\n ]*$/.exec(file.text.slice(Math.max(0, end - 100), end));
  const startXref = Number(tail?.[1] ?? Number.NaN);
  const places = new Map<number, PdfPlace>();
  let trailer: PdfDictionary | undefined;
  let offset: PdfValue | undefined = startXref;
  const seen = new Set<PdfValue>();
  while (offset !== undefined) {
    if (typeof offset !== 'number' || !(offset < end) || seen.has(offset)) throw new TypeError('no revision');
    seen.add(offset);
    const section = sectionAt(file.bytes, file.text, offset);
    for (const [number, place] of section.places) if (!places.has(number)) places.set(number, place);
    trailer ??= section.trailer;
    offset = section.trailer.get('Prev');
  }
  if (trailer === undefined || trailer.has('Encrypt')) throw new TypeError('no revision');
  return new PdfRevision(file, places, trailer, startXref);
};
