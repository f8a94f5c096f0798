import { clockReasons } from '@shared/domain/audit/clock.ts';
import { clockAnswerSchema } from '@shared/domain/audit/stated-time.ts';
import { day, instant, natural } from '@shared/domain/fields.ts';
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

/**
 * What a person says of the clock, where signing asks: absent or null until a call answered `clockAsked`. Its `details`
 * and those of `correctionUnfit` say what speaks against the clock (`ClockDetails`).
 */
export const clockAnswer = clockAnswerSchema.nullable().default(null);
/** Error codes of calls that sign in the holder's name. */
export const clockErrors = ['clockAsked', 'correctionUnfit'] as const;
/** What these codes carry: what the clock reads, the newest moment that is known, and what may be answered. */
export const clockDetails = z.object({
  reads: instant,
  known: instant,
  reasons: z.array(z.enum(clockReasons)),
  /** The clock is behind something that would be named. */
  isBehind: z.boolean(),
  /** It leapt against the trail. */
  hasLeapt: z.boolean(),
});
export type ClockDetails = z.output<typeof clockDetails>;

/** What the clock of this computer reads, and the last day that was known by a clock that nobody doubts. */
export const clockDoubt = z.strictObject({ reads: day, known: day });
