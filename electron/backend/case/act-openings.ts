import { actHashSchema } from '@shared/domain/case/header.ts';
import { hex } from '@shared/domain/fields.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import { z } from 'zod';
import type { Opening, Openings } from '../formats/act/act-crypto.ts';

const opening = z.strictObject({ salt: hex(32), heads: z.array(actHashSchema) }).nullable();
/** Of acts that were stored before there was a third one, two. */
const openings = z.tuple([opening, opening, opening.default(null)]);
type Stored = z.infer<typeof opening>;

const toStored = (known: Opening | null): Stored => known && { salt: toHex(known.salt), heads: [...known.heads] };
const fromStored = (stored: Stored): Opening | null => stored && { salt: fromHex(stored.salt), heads: stored.heads };

/** The openings of an act as its row keeps them: a JSON text; null for an act of v1. */
export const writeOpenings = (known: Openings): string | null => known && JSON.stringify(known.map(toStored));

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads what `writeOpenings` wrote; what cannot be read opens nothing. */
export const readOpenings = (text: string | null): Openings => {
  if (text === null) return null;
  const read = openings.safeParse(parse(text));
  return read.success
    ? [fromStored(read.data[0]), fromStored(read.data[1]), fromStored(read.data[2])]
    : [null, null, null];
};
