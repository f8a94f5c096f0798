import { z } from 'zod';
import { line } from '../fields.ts';
import { sameName } from './name-words.ts';
import { type PersonInput, personLimits } from './person.ts';
import { mayShareUnit } from './same-person.ts';

/** Digits of a NIP that cards and directories tell: its serial number, as lists show it. */
const tailLength = 3;

/** A person as cards and directories name one: never the whole NIP, which tells birth date and sex. */
export const publicPersonSchema = z.strictObject({
  name: line(personLimits.name).min(1),
  position: line(personLimits.position),
  unit: line(personLimits.unit),
  /** The last three digits of the NIP; empty when unknown. */
  nipTail: z.string().regex(/^(\d{3})?$/),
});
export type PublicPerson = z.infer<typeof publicPersonSchema>;

/** What of a person a card tells. */
export const toPublicPerson = ({ name, position, unit, nip }: PersonInput): PublicPerson => ({
  name,
  position,
  unit,
  nipTail: nip.slice(-tailLength),
});

/**
 * True when a person named in a file is the one of a directory: the same plain name (or a former one), the same
 * last digits of the NIP where both are known, else the same unit where both are known. Two who cannot be told apart
 * so are for a person to choose between.
 */
export const isPublicPerson = (
  known: PublicPerson,
  formerNames: readonly string[],
  person: Pick<PersonInput, 'name' | 'nip' | 'unit'>,
): boolean => {
  if (![known.name, ...formerNames].some((name) => sameName(name, person.name))) return false;
  if (known.nipTail !== '' && person.nip !== '') return person.nip.endsWith(known.nipTail);
  return mayShareUnit(known, person);
};
