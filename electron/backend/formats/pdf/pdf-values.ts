/** Values of a PDF as ISO 32000-1, 7.3, knows them; what a stream holds stands beside its dictionary. */
export type PdfValue = null | boolean | number | PdfName | PdfText | PdfReference | PdfDictionary | readonly PdfValue[];

/** `/Name`, its `#xx` decoded. */
export interface PdfName {
  readonly name: string;
}
/** A string as it is written, with its brackets. */
export interface PdfText {
  readonly text: string;
}
/** `12 0 R`. */
export interface PdfReference {
  readonly number: number;
  readonly generation: number;
}
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** An object as it lies in the file. */
export interface PdfObject {
  readonly number: number;
  readonly generation: number;
  readonly value: PdfValue;
  /** Offset and length of its stream; null when it has none. */
  readonly stream: { readonly from: number; readonly length: number } | null;
  /** Offset after `endobj`. */
  readonly end: number;
}

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map;
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);
export const isReference = (value: PdfValue | undefined): value is PdfReference =>
  typeof value === 'object' && value !== null && 'number' in value;
/** The text of a name; undefined for anything else. */
export const nameOf = (value: PdfValue | undefined): string | undefined =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;

/** One text for one value, whatever its spaces and the order of its keys. */
export const canonicalOf = (value: PdfValue): string => {
  if (isArray(value)) return `[${value.map(canonicalOf).join(' ')}]`;
  if (isDictionary(value)) {
    const keys = [...value.keys()].sort();
    return `<<${keys.map((key) => `${JSON.stringify(key)} ${canonicalOf(value.get(key) ?? null)}`).join(' ')}>>`;
  }
  return JSON.stringify(value);
};

const maxDepth = 60;
const patterns = {
  space: /[\0\t\n\f\r ]*/y,
  name: /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y,
  reference: /(\d{1,9})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y,
  number: /[+-]?(?:\d+\.?\d*|\.\d+)(?![^\0\t\n\f\r ()<>[\]{}/%])/y,
  word: /(?:true|false|null)(?![^\0\t\n\f\r ()<>[\]{}/%])/y,
  hexadecimal: /<[0-9A-Fa-f\0\t\n\f\r ]*>/y,
  object: /(\d{1,9})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![^\0\t\n\f\r ()<>[\]{}/%])/y,
  stream: /stream\r?\n/y,
  endStream: /\r?\n?endstream/y,
} as const;

/**
 * Reads PDF syntax strictly: no comments, no key twice, every stream with a length of its own. What is written
 * otherwise is refused (TypeError), so that it cannot mean one thing here and another in a reader.
 */
export class PdfScanner {
  /** The file in Latin-1. */
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  refuse(): never {
    throw new TypeError(`not strict PDF at ${this.at}`);
  }

  /** Takes what fits here; null, and nothing taken, when it does not. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }

  space(): void {
    this.take(patterns.space);
  }

  /** Takes this very text, after spaces. */
  takes(text: string): boolean {
    this.space();
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  value(depth = 0): PdfValue {
    if (depth > maxDepth) this.refuse();
    this.space();
    const name = this.#name();
    if (name !== null) return { name };
    if (this.takes('<<')) return this.#dictionary(depth);
    if (this.takes('[')) return this.#array(depth);
    if (this.text[this.at] === '(') return { text: this.#literal() };
    const hexadecimal = this.take(patterns.hexadecimal);
    if (hexadecimal !== null) return { text: hexadecimal[0] };
    const reference = this.take(patterns.reference);
    if (reference !== null) return { number: Number(reference[1]), generation: Number(reference[2]) };
    const number = this.take(patterns.number);
    if (number !== null) return Number(number[0]);
    const word = this.take(patterns.word)?.[0] ?? this.refuse();
    return word === 'null' ? null : word === 'true';
  }

  /** The object that begins at this very place, as far as its value: what a stream holds is not looked at. */
  head(): Pick<PdfObject, 'number' | 'generation' | 'value'> {
    const [, number, generation] = this.take(patterns.object) ?? this.refuse();
    return { number: Number(number), generation: Number(generation), value: this.value() };
  }

  /** The object that begins at this very place, to its end. */
  object(): PdfObject {
    const head = this.head();
    this.space();
    const stream = this.take(patterns.stream) === null ? null : this.#stream(head.value);
    if (!this.takes('endobj')) this.refuse();
    return { ...head, stream, end: this.at };
  }

  #stream(value: PdfValue): NonNullable<PdfObject['stream']> {
    const length = isDictionary(value) ? value.get('Length') : undefined;
    const from = this.at;
    if (typeof length !== 'number' || !Number.isSafeInteger(length) || length < 0) this.refuse();
    this.at += length;
    if (this.take(patterns.endStream) === null) this.refuse();
    return { from, length };
  }

  #name(): string | null {
    const found = this.take(patterns.name);
    return found === null
      ? null
      : (found[1] ?? '').replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        );
  }

  #dictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    while (!this.takes('>>')) {
      const key = this.#name() ?? this.refuse();
      if (entries.has(key)) this.refuse();
      entries.set(key, this.value(depth + 1));
    }
    return entries;
  }

  #array(depth: number): readonly PdfValue[] {
    const values: PdfValue[] = [];
    while (!this.takes(']')) values.push(this.value(depth + 1));
    return values;
  }

  #literal(): string {
    const from = this.at;
    let open = 0;
    do {
      const sign = this.text[this.at] ?? this.refuse();
      if (sign === '\\') this.at += 1;
      else if (sign === '(') open += 1;
      else if (sign === ')') open -= 1;
      this.at += 1;
    } while (open > 0);
    return this.text.slice(from, this.at);
  }
}
