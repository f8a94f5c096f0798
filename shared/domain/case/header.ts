import { z } from 'zod';
import { clockMarks } from '../audit/stated-time.ts';
import { day, hash, id, instant } from '../fields.ts';
import { type Role, roleSchema } from '../identity/person.ts';
import { actTypeSchema } from './act-type.ts';

/** SHA-256 of the stored header bytes, in hexadecimal: the name of an act. */
export const actHashSchema = hash;
export type ActHash = z.infer<typeof actHashSchema>;

/** `vault`: signed by its author. `paper`: entered by the holder on behalf of a named author. */
export const actOrigins = ['vault', 'paper'] as const;

/** `shared`: for all whom the acts table names. `own`: a record for oneself, which leaves in no package. */
export const actScopes = ['shared', 'own'] as const;
export type ActScope = (typeof actScopes)[number];

const common = {
  actId: id,
  caseId: id,
  type: actTypeSchema,
  version: z.literal(1),
  /** Role in which the author acts. */
  capacity: roleSchema,
  origin: z.enum(actOrigins),
  /** Sorted, without repeats. */
  facts: z.array(z.string().regex(/^[a-zA-Z]{1,40}$/)).max(12),
  /** Ed25519 public key of the author, or of the holder who entered it from paper. */
  authorKey: hash,
  /** Time as the author's clock told it, UTC. Orders nothing. */
  statedAt: instant,
  /** Hashes of the headers it builds on, sorted. An act with `builtOn` signs none: once opened, that fills them. */
  refs: z.array(actHashSchema).max(200),
  /** The one earlier act that it is about (the session held, the act corrected, the report returned). */
  about: actHashSchema.nullable(),
  /** What binds the body: v1 to its bytes, v2 to each of its parts (`formats/act/body-commitment.ts`). */
  bodyCommit: hash,
} as const;

/** As version 0.3 signed them: kept and judged for ever, and made no more. */
const headerV1 = z.strictObject({
  format: z.literal('bilik/act/v1'),
  ...common,
  // Types that 0.3 did not have come in no format of 0.3.
  type: actTypeSchema.exclude([
    'followUpJoined',
    'paperAnswered',
    'employeeMistaken',
    'identityCorrected',
    'responseGiven',
    'correctionRequested',
    'correctionAnswered',
    'assignmentEnded',
  ]),
});

const headerV2 = z
  .strictObject({
    format: z.literal('bilik/act/v2'),
    ...common,
    scope: z.enum(actScopes),
    /** Role in which the holder entered it from paper; null from the author's own vault. */
    enteredAs: roleSchema.nullable(),
    /** Of an act from paper: the key that the directory certifies for its author; null where there is none. */
    namedKey: hash.nullable(),
    /** Calendar day that its signer saw. */
    statedOn: day,
    /**
     * Set where the signer's clock was wrong and its time corrected. Why, and what the clock read, stays in the trail
     * of the signer's vault.
     */
    clock: z.enum(clockMarks).optional(),
    /** Commitments to the heads of exactly level 1 and of exactly level 2 (see `deeperHeads`). */
    deeper: z.tuple([hash, hash]),
    /**
     * Commitment to what it builds on, of an act that a copy for the employee may carry (see `leavesFile`): whoever
     * takes no part in the file gets no opening. Absent elsewhere, and where `refs` name it.
     */
    builtOn: hash.optional(),
  })
  .refine(({ origin, enteredAs, namedKey }) => origin === 'paper' || (enteredAs === null && namedKey === null))
  .refine(({ builtOn, refs }) => builtOn === undefined || refs.length === 0);

/**
 * What of an act everyone along the route may know; kept as the RFC 8785 bytes that were signed. Never a name, a NIP or
 * free text. `facts` are codes of a closed list per type (see the acts table), so that a holder of headers alone can
 * fold.
 */
export const actHeaderSchema = z.discriminatedUnion('format', [headerV1, headerV2]);
export type ActHeader = z.infer<typeof actHeaderSchema>;
/** A header as this version signs it. */
export type ActHeaderV2 = z.infer<typeof headerV2>;

/**
 * Ed25519 signs this text's bytes, a zero byte and the header bytes, so that no signature serves another kind or
 * another format.
 */
export const actSignatureDomain = (format: ActHeader['format']): string => `${format}\n`;

/** True for an act that its signer made as a record for oneself; those of v1 do not say so (see `ownRecords`). */
export const isMadeForOneself = (header: ActHeader): boolean =>
  header.format === 'bilik/act/v2' && header.scope === 'own';

/**
 * True where an act commits to what it builds on and nothing here tells it: no act but an opening builds on nothing.
 */
export const isPastUntold = (header: ActHeader): boolean =>
  header.format === 'bilik/act/v2' && header.builtOn !== undefined && header.refs.length === 0;

/** The key of the named author of an act from paper; null from a vault, where there is none, and where v1 is silent. */
export const namedKeyOf = (header: ActHeader): string | null =>
  header.format === 'bilik/act/v2' ? header.namedKey : null;

/** Role in which an act was entered from paper; null from its author's vault, and where v1 does not say it. */
export const enteredAsOf = (header: ActHeader): Role | null =>
  header.format === 'bilik/act/v2' ? header.enteredAs : null;

/** True where the signer's clock was wrong and its time corrected by hand (*jam dikoreksi*). */
export const isClockCorrected = (header: ActHeader): boolean =>
  header.format === 'bilik/act/v2' && header.clock === 'corrected';
