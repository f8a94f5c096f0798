// Messages of D-Bus, as far as hearing signals and asking small questions needs: the D-Bus specification, "Message
// Protocol". Reads and writes nothing but bytes.

/** Kinds of message, by their number in the first bytes. */
const kinds = { call: 1, answer: 2, error: 3, signal: 4 } as const;
export type DBusKind = keyof typeof kinds;

/** Largest message that is read, in bytes. Those that are asked for are a few hundred. */
export const maxDBusMessage = 65_536;

/** What stands first in a message, by the number of its header field. */
const fieldCodes = {
  path: 1,
  interface: 2,
  member: 3,
  failure: 4,
  answers: 5,
  destination: 6,
  sender: 7,
  signature: 8,
} as const;

export interface DBusMessage {
  readonly kind: DBusKind;
  readonly serial: number;
  readonly path?: string;
  readonly interface?: string;
  readonly member?: string;
  /** Name of what went wrong, in an error. */
  readonly failure?: string;
  /** Serial of the call that this one answers. */
  readonly answers?: number;
  readonly destination?: string;
  readonly sender?: string;
  /** What the body holds: texts, whole numbers and truth values; what follows the first of another type is left out. */
  readonly body: readonly DBusValue[];
}

export type DBusValue = string | number | boolean;

/** Thrown for bytes that are no message, or too large a one. */
export class DBusError extends Error {}

const aligned = (at: number, to: number): number => Math.ceil(at / to) * to;

/** Where the parts of a message lie, read from its first 16 bytes; null while these are not all there. */
const measure = (bytes: Buffer): { little: boolean; fields: number; body: number; size: number } | null => {
  if (bytes.length < 16) return null;
  const order = bytes[0];
  if ((order !== 0x6c && order !== 0x42) || bytes[3] !== 1) throw new DBusError('not a D-Bus message');
  const little = order === 0x6c;
  const number = (at: number): number => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const fields = number(12);
  const body = number(4);
  const size = aligned(16 + fields, 8) + body;
  if (size > maxDBusMessage) throw new DBusError('D-Bus message too large');
  return { little, fields, body, size };
};

/** Reads values one after the other; offsets count from the beginning of the message, as alignment does. */
const reader = (bytes: Buffer, little: boolean, start: number, end: number) => {
  let at = start;
  const take = (size: number, alignment: number): number => {
    const from = aligned(at, alignment);
    if (from + size > end) throw new DBusError('D-Bus message cut off');
    at = from + size;
    return from;
  };
  const number = (): number => {
    const from = take(4, 4);
    return little ? bytes.readUInt32LE(from) : bytes.readUInt32BE(from);
  };
  const textOf = (length: number): string => {
    const from = take(length + 1, 1);
    return bytes.toString('utf8', from, from + length);
  };
  const signature = (): string => textOf(bytes[take(1, 1)] ?? 0);
  const value = (type: string): DBusValue | null => {
    if (type === 's' || type === 'o') return textOf(number());
    if (type === 'g') return signature();
    if (type === 'u') return number();
    if (type === 'b') return number() === 1;
    if (type === 'v') return value(signature());
    return null;
  };
  return {
    value,
    signature,
    byte: () => bytes[take(1, 1)] ?? 0,
    align: (to: number) => void take(0, to),
    at: () => at,
  };
};

/**
 * Reads the first message of `bytes`: the message with its length in bytes, or null while it is not all there. Throws
 * DBusError for what is none.
 */
export const readDBusMessage = (bytes: Buffer): { readonly message: DBusMessage; readonly size: number } | null => {
  const measured = measure(bytes);
  if (measured === null || bytes.length < measured.size) return null;
  const { little, fields, body, size } = measured;
  const head = reader(bytes, little, 16, 16 + fields);
  const known = new Map<number, DBusValue>();
  while (head.at() < 16 + fields) {
    head.align(8);
    const code = head.byte();
    const value = head.value(head.signature());
    if (value === null) throw new DBusError('unknown header field');
    known.set(code, value);
  }
  const kind = (Object.keys(kinds) as DBusKind[]).find((name) => kinds[name] === bytes[1]);
  if (kind === undefined) throw new DBusError('unknown kind of message');
  const text = (name: keyof typeof fieldCodes): string | undefined => {
    const value = known.get(fieldCodes[name]);
    return typeof value === 'string' ? value : undefined;
  };
  const answers = known.get(fieldCodes.answers);
  const values: DBusValue[] = [];
  const rest = reader(bytes, little, size - body, size);
  for (const type of text('signature') ?? '') {
    const value = rest.value(type);
    if (value === null) break;
    values.push(value);
  }
  const message: DBusMessage = {
    kind,
    serial: little ? bytes.readUInt32LE(8) : bytes.readUInt32BE(8),
    ...defined({ path: text('path'), interface: text('interface'), member: text('member') }),
    ...defined({ failure: text('failure'), destination: text('destination'), sender: text('sender') }),
    ...(typeof answers === 'number' && { answers }),
    body: values,
  };
  return { message, size };
};

const defined = (texts: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** A value as it is written; `variant` says its type in the body itself, as an answer about a property does. */
export type DBusWritten = DBusValue | { readonly variant: DBusValue };

const typeOf = (value: DBusWritten): string => {
  if (typeof value === 'object') return 'v';
  return typeof value === 'string' ? 's' : typeof value === 'number' ? 'u' : 'b';
};

/** Writes values one after the other, little end first, with what alignment needs between them. */
const writer = () => {
  const parts: Buffer[] = [];
  let at = 0;
  const add = (bytes: Buffer): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  const align = (to: number): void => add(Buffer.alloc(aligned(at, to) - at));
  const number = (value: number): void => {
    align(4);
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    add(bytes);
  };
  const signature = (text: string): void => add(Buffer.from(`${String.fromCharCode(text.length)}${text}\0`, 'latin1'));
  const value = (given: DBusWritten): void => {
    if (typeof given === 'object') {
      signature(typeOf(given.variant));
      value(given.variant);
    } else if (typeof given === 'string') {
      number(Buffer.byteLength(given));
      add(Buffer.from(`${given}\0`));
    } else number(Number(given));
  };
  return { add, align, number, signature, value, bytes: () => Buffer.concat(parts), at: () => at };
};

/** Types of the header fields that are written; the one of the body is written as a signature. */
const fieldTypes = { path: 'o', interface: 's', member: 's', failure: 's', answers: 'u', destination: 's' } as const;

/** The bytes of a message; texts, whole numbers and truth values are written as `s`, `u` and `b`. */
export const writeDBusMessage = (
  message: Omit<DBusMessage, 'body'> & { readonly body: readonly DBusWritten[] },
): Buffer => {
  const body = writer();
  for (const value of message.body) body.value(value);
  const fields = writer();
  const begin = (code: number, type: string): void => {
    fields.align(8);
    fields.add(Buffer.from([code]));
    fields.signature(type);
  };
  for (const name of Object.keys(fieldTypes) as (keyof typeof fieldTypes)[]) {
    const value = message[name];
    if (value === undefined) continue;
    begin(fieldCodes[name], fieldTypes[name]);
    fields.value(value);
  }
  if (message.body.length > 0) {
    begin(fieldCodes.signature, 'g');
    fields.signature(message.body.map(typeOf).join(''));
  }
  const whole = writer();
  whole.add(Buffer.from([0x6c, kinds[message.kind], 0, 1]));
  whole.number(body.at());
  whole.number(message.serial);
  whole.number(fields.at());
  whole.add(fields.bytes());
  whole.align(8);
  whole.add(body.bytes());
  return whole.bytes();
};
