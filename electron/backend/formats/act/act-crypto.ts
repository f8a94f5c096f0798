import { type ActBody, actBodySchema } from '@shared/domain/case/body.ts';
import { leavesFile, type UnsealedHeader } from '@shared/domain/case/compose.ts';
import {
  type ActHash,
  type ActHeader,
  type ActHeaderV2,
  actHeaderSchema,
  actSignatureDomain,
} from '@shared/domain/case/header.ts';
import { type DeeperNames, type Level, nothingDeeper } from '@shared/domain/case/state.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import type { Random } from '@shared/kernel/ports.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { canonicalJson, readCanonicalJson } from '../../crypto/canonical-json.ts';
import { verifyEd25519 } from '../../crypto/ed25519.ts';
import { sha256 } from '../../crypto/hash.ts';
import { commitmentByParts, commitsTo } from './body-commitment.ts';
import { fileIdOf, opensItsFile } from './file-id.ts';

/** What a commitment to heads hides: only who may know them gets it. */
export interface Opening {
  /** 32 random bytes. */
  readonly salt: Uint8Array;
  /** Hashes, sorted. */
  readonly heads: readonly ActHash[];
}

/**
 * The openings of an act for levels 1 and 2, then of what it builds on itself (of an act with `builtOn`), as far as
 * they are at hand; null for an act of v1, which has none.
 */
export type Openings = readonly [deeper: Opening | null, deepest: Opening | null, own: Opening | null] | null;

/** An act as it is stored and travels: bytes that are never serialised again. */
export interface SealedAct {
  /** RFC 8785 JSON of the header. */
  readonly headerBytes: Uint8Array;
  /** RFC 8785 JSON of the body; null for who holds the header alone. */
  readonly bodyBytes: Uint8Array | null;
  /** 32 random bytes; null together with the body. */
  readonly salt: Uint8Array | null;
  /** Ed25519, 64 bytes. */
  readonly signature: Uint8Array;
  readonly openings: Openings;
}

/** An act with its body. */
export type WholeAct = SealedAct & { readonly bodyBytes: Uint8Array; readonly salt: Uint8Array };

/** A sealed act that has been checked, with what it says. */
export interface OpenedAct {
  readonly hash: ActHash;
  /** With the names of what it builds on, where these are committed to and opened. */
  readonly header: ActHeader;
  readonly body: ActBody | null;
  /** Heads that lie deeper than the act itself, as far as its openings are at hand. */
  readonly deeper: DeeperNames;
}

export const sealErrorCodes = [
  'actHeaderInvalid',
  'actSignatureInvalid',
  'actOpeningMismatch',
  'actBodyMismatch',
  'actBodyInvalid',
] as const;
export type SealErrorCode = (typeof sealErrorCodes)[number];

/** Name of an act: SHA-256 of its header bytes, in hexadecimal. */
export const actHash = (headerBytes: Uint8Array): ActHash => toHex(sha256(headerBytes));

const openingDomain = 'bilik/act/deeper/v1\n\0';

/**
 * SHA-256(domain ‖ level ‖ salt ‖ RFC 8785 JSON of the heads), in hexadecimal: of one size, and always there. Level 0:
 * what the act builds on itself (`builtOn`).
 */
export const openingCommitment = (level: Level, { salt, heads }: Opening): string =>
  toHex(sha256(new TextEncoder().encode(openingDomain), Uint8Array.of(level), salt, canonicalJson(heads)));

/** The openings that somebody of this sight gets; null: takes no part in the file. */
export const openingsFor = (openings: Openings, sight: Level | null): Openings =>
  openings &&
  (sight === null
    ? [null, null, null]
    : [sight >= 1 ? openings[0] : null, sight >= 2 ? openings[1] : null, openings[2]]);

/** The header with its file, which an opening names where there is none. Throws TypeError for any other act of none. */
const inItsFile = ({
  caseId,
  ...header
}: Omit<ActHeaderV2, 'caseId'> & Pick<UnsealedHeader, 'caseId'>): ActHeaderV2 => {
  if (caseId === null && header.type !== 'caseOpened') throw new TypeError('an act of no file');
  return { ...header, caseId: caseId ?? fileIdOf({ ...header, caseId }) };
};

/**
 * Seals an act: commits to the body and to the heads deeper than itself (`deeper`: of levels 1 and 2) with fresh salts,
 * of an act that may leave its file also to what it builds on, and signs the header bytes. An opening whose header
 * names no file gets the one that it opens. `sign` signs bytes under a domain with the key that the header names as
 * `authorKey` (as `signEd25519` does).
 */
export const sealAct = (act: {
  readonly header: UnsealedHeader;
  readonly deeper: readonly [readonly ActHash[], readonly ActHash[]];
  readonly body: ActBody;
  readonly sign: (domain: string, bytes: Uint8Array) => Uint8Array;
  readonly random: Random;
}): SealedAct & {
  readonly header: ActHeaderV2;
  readonly bodyBytes: Uint8Array;
  readonly salt: Uint8Array;
  readonly hash: ActHash;
  readonly deeper: DeeperNames;
} => {
  const salt = act.random.bytes(32);
  const bodyBytes = canonicalJson(act.body);
  const openingOf = (heads: readonly ActHash[]): Opening => ({ salt: act.random.bytes(32), heads });
  const own = leavesFile(act.header.type) ? openingOf(act.header.refs) : null;
  const openings = [openingOf(act.deeper[0]), openingOf(act.deeper[1]), own] as const;
  const signed = inItsFile({
    ...act.header,
    ...(own && { refs: [], builtOn: openingCommitment(0, own) }),
    bodyCommit: commitmentByParts(salt, act.body),
    deeper: [openingCommitment(1, openings[0]), openingCommitment(2, openings[1])],
  });
  const headerBytes = canonicalJson(signed);
  const signature = act.sign(actSignatureDomain(signed.format), headerBytes);
  const header = withPast(signed, openings);
  return { header, headerBytes, bodyBytes, salt, signature, openings, hash: actHash(headerBytes), deeper: act.deeper };
};

/** A header with the names of what it builds on, where its opening tells them. */
export const withPast = <H extends ActHeader>(header: H, openings: Openings): H =>
  openings?.[2] ? { ...header, refs: [...openings[2].heads] } : header;

/** Heads that the openings at hand tell; null where one is not what the header commits to. */
const openDeeper = ({ openings }: SealedAct, header: ActHeader): DeeperNames | null => {
  if (header.format === 'bilik/act/v1') return openings === null ? nothingDeeper : null;
  if (openings === null) return null;
  const [first, second, own] = openings;
  const commitments = [header.builtOn, ...header.deeper];
  const isTrue = (level: Level, opening: Opening | null): boolean =>
    opening === null || (opening.salt.length === 32 && openingCommitment(level, opening) === commitments[level]);
  return isTrue(0, own) && isTrue(1, first) && isTrue(2, second) ? [first?.heads ?? null, second?.heads ?? null] : null;
};

const openBody = (act: SealedAct, header: ActHeader): Result<ActBody | null, AppError<SealErrorCode>> => {
  if (act.bodyBytes === null || act.salt === null) return ok(null);
  const read = readCanonicalJson(act.bodyBytes);
  if (act.salt.length !== 32 || !commitsTo(header, act.salt, { bytes: act.bodyBytes, read }))
    return fail('actBodyMismatch');
  const body = actBodySchema.safeParse(read);
  return body.success ? ok(body.data) : fail('actBodyInvalid');
};

/**
 * Checks header, signature and, where it is there, the body against the header's commitment. Says nothing of whose key
 * it is nor whether the act was allowed. Codes: `actHeaderInvalid` (also an opening of another file than it names),
 * `actSignatureInvalid`, `actOpeningMismatch` (other heads than the header commits to), `actBodyMismatch` (other salt
 * or body, of v2 also no canonical JSON), `actBodyInvalid` (fits, but is no body). Header and body are what they say
 * only as its canonical bytes. Never throws.
 */
export const verifySealedAct = (act: SealedAct): Result<OpenedAct, AppError<SealErrorCode>> => {
  const header = actHeaderSchema.safeParse(readCanonicalJson(act.headerBytes));
  if (!header.success || !opensItsFile(header.data)) return fail('actHeaderInvalid');
  const { authorKey, format } = header.data;
  if (!verifyEd25519(fromHex(authorKey), actSignatureDomain(format), act.headerBytes, act.signature)) {
    return fail('actSignatureInvalid');
  }
  const deeper = openDeeper(act, header.data);
  if (deeper === null) return fail('actOpeningMismatch');
  const body = openBody(act, header.data);
  if (!body.ok) return body;
  const told = withPast(header.data, act.openings);
  return ok({ hash: actHash(act.headerBytes), header: told, body: body.value, deeper });
};
