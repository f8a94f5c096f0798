import { day, natural } from '@shared/domain/fields.ts';
import { z } from 'zod';

/**
 * What many calls share, built on the fields of the domain: `id`, `hash`, `day` and `year` are declared in
 * `shared/domain/fields.ts` alone and read from there.
 */

/** Which version a person had before when something is written anew; 0: none. */
export const revision = natural;

/** Largest piece of a file that one call carries: 1 MiB. */
export const maxPieceBytes = 1_048_576;
/** Which piece of a file is asked for. */
export const piece = { offset: natural, length: z.number().int().min(1).max(maxPieceBytes) };

/** Opaque name of a file that a dialog gave or that was dropped. */
export const fileToken = z.string().max(100);
/** Most characters of a passphrase. */
export const maxPassphrase = 1000;
/** A passphrase as it is typed. */
export const passphrase = z.string().min(1).max(maxPassphrase);
/** Most characters of a search. */
export const maxSearch = 200;
/** What a list is searched for. */
export const search = z.string().max(maxSearch);
/** Name of a person in the register: an `id`, or a name of a vault that an earlier version made. */
export const personId = z.string().max(64);
/** Most characters of a remark or a reason that goes with a call. */
export const maxRemark = 2000;

/** What the clock of this computer reads, and the last day that was known by a clock that nobody doubts. */
export const clockDoubt = z.strictObject({ reads: day, known: day });
