import { generateKeyPairSync } from 'node:crypto';
import { hash, id, instant } from '@shared/domain/fields.ts';
import { type ReplacementReason, replacementReasons } from '@shared/domain/identity/replacement.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import type { Random } from '@shared/kernel/ports.ts';
import { generateX25519Identity } from 'age-encryption';
import { z } from 'zod';
import { documentKeyHash } from '../crypto/document-key-hash.ts';
import { randomId } from '../crypto/random.ts';

const databaseKeys = {
  /** Raw SQLCipher 4 keys of the two databases, hexadecimal. */
  recordsKey: hash,
  notesKey: hash,
};

const content = z.strictObject({
  /** Counts the key files of a vault; each change of passphrase or keys and each recovery makes the next. */
  generation: z.number().int().min(1),
  vaultId: id,
  ...databaseKeys,
  /** While the keys of the databases are exchanged: those that either may have already. */
  next: z.strictObject(databaseKeys).optional(),
  /** Ed25519 seed (RFC 8032), hexadecimal. */
  signingSeed: hash,
  /** age identities for packages, newest first; old ones stay. */
  receivingIdentities: z.array(z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/)).min(1),
  /** P-256 key of the document certificate, PKCS #8 in base64. */
  documentKey: z.base64(),
});

/** A key that the vault signed by before; its receiving keys stand with the others. */
const formerIdentity = z.strictObject({
  signingSeed: hash,
  /** What PDFs that it signed are recognised by: SHA-256 of the SubjectPublicKeyInfo of its document key. */
  documentKeyHash: hash,
  /** When the next one came in its place, and why. */
  replacedAt: instant,
  reason: z.enum(replacementReasons),
});

/**
 * Content of key.age and recovery.age (ARCHITECTURE.md, "A vault on disk"). v2 alone names former identities, so that a
 * program which would not open what was sealed to them refuses the file.
 */
const keyFileSchema = z.discriminatedUnion('format', [
  content.extend({ format: z.literal('bilik/keys/v1') }),
  content.extend({ format: z.literal('bilik/keys/v2'), formerIdentities: z.array(formerIdentity).min(1) }),
]);

/** Raw keys of the two databases. */
export interface DatabaseKeys {
  readonly recordsKey: Uint8Array;
  readonly notesKey: Uint8Array;
}

/** A signing key that the vault had before, and how papers of that time are recognised. */
export interface FormerIdentity {
  readonly signingSeed: Uint8Array;
  readonly documentKeyHash: string;
  /** ISO 8601. */
  readonly replacedAt: string;
  readonly reason: ReplacementReason;
}

/** By what a vault signs and receives. */
export interface IdentityKeys {
  readonly signingSeed: Uint8Array;
  readonly receivingIdentities: readonly string[];
  /** PKCS #8 DER. */
  readonly documentKey: Uint8Array;
  /** Newest first. */
  readonly formerIdentities: readonly FormerIdentity[];
}

/** Every secret of a vault. Bytes are wiped by `wipeKeys`; texts (age identities) go when the process ends. */
export interface VaultKeys extends DatabaseKeys, IdentityKeys {
  generation: number;
  readonly vaultId: string;
  /**
   * While the keys of the databases are exchanged: those that either may have already. Of an open vault: those by which
   * an exchange is ended that is half done.
   */
  next?: DatabaseKeys | undefined;
}

/** Keys of databases that nobody knows yet. */
export const makeDatabaseKeys = (random: Random): DatabaseKeys => ({
  recordsKey: random.bytes(32),
  notesKey: random.bytes(32),
});

const makeIdentity = async (random: Random): Promise<IdentityKeys> => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    signingSeed: random.bytes(32),
    receivingIdentities: [await generateX25519Identity()],
    documentKey: new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })),
    formerIdentities: [],
  };
};

/** The keys of a new vault, generation 1. */
export const makeVaultKeys = async (random: Random): Promise<VaultKeys> => ({
  generation: 1,
  vaultId: randomId(random),
  ...makeDatabaseKeys(random),
  ...(await makeIdentity(random)),
});

/**
 * Another identity in the place of that of a vault. The signing seed before stays, since papers and packages of its
 * time name it, and so does what was received by; the document key before goes.
 */
export const makeNextIdentity = async (
  random: Random,
  before: IdentityKeys,
  { replacedAt, reason }: Pick<FormerIdentity, 'replacedAt' | 'reason'>,
): Promise<IdentityKeys> => {
  const next = await makeIdentity(random);
  const { signingSeed, documentKey, formerIdentities } = before;
  const former = {
    signingSeed: Uint8Array.from(signingSeed),
    documentKeyHash: documentKeyHash(documentKey),
    replacedAt,
    reason,
  };
  return {
    ...next,
    receivingIdentities: [...next.receivingIdentities, ...before.receivingIdentities],
    formerIdentities: [former, ...formerIdentities],
  };
};

const hexOf = ({ recordsKey, notesKey }: DatabaseKeys) => ({
  recordsKey: toHex(recordsKey),
  notesKey: toHex(notesKey),
});

const bytesOf = ({ recordsKey, notesKey }: Record<'recordsKey' | 'notesKey', string>): DatabaseKeys => ({
  recordsKey: fromHex(recordsKey),
  notesKey: fromHex(notesKey),
});

/** JSON bytes of the key file; wipe them after use. */
export const encodeKeys = (keys: VaultKeys): Uint8Array =>
  new TextEncoder().encode(
    `${JSON.stringify(
      {
        format: keys.formerIdentities.length === 0 ? 'bilik/keys/v1' : 'bilik/keys/v2',
        generation: keys.generation,
        vaultId: keys.vaultId,
        ...hexOf(keys),
        next: keys.next && hexOf(keys.next),
        signingSeed: toHex(keys.signingSeed),
        receivingIdentities: keys.receivingIdentities,
        documentKey: Buffer.from(keys.documentKey).toString('base64'),
        ...(keys.formerIdentities.length > 0 && {
          formerIdentities: keys.formerIdentities.map((former) => ({
            ...former,
            signingSeed: toHex(former.signingSeed),
          })),
        }),
      },
      null,
      2,
    )}\n`,
  );

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Reads the JSON of a key file and wipes it; undefined when it is none of this format. */
export const decodeKeys = (bytes: Uint8Array): VaultKeys | undefined => {
  const parsed = keyFileSchema.safeParse(parseJson(new TextDecoder().decode(bytes)));
  bytes.fill(0);
  if (!parsed.success) return undefined;
  const { generation, vaultId, receivingIdentities } = parsed.data;
  const former = parsed.data.format === 'bilik/keys/v2' ? parsed.data.formerIdentities : [];
  return {
    generation,
    vaultId,
    ...bytesOf(parsed.data),
    ...(parsed.data.next && { next: bytesOf(parsed.data.next) }),
    signingSeed: fromHex(parsed.data.signingSeed),
    receivingIdentities,
    documentKey: new Uint8Array(Buffer.from(parsed.data.documentKey, 'base64')),
    formerIdentities: former.map((each) => ({ ...each, signingSeed: fromHex(each.signingSeed) })),
  };
};

/** Other bytes of the same keys, to be wiped by themselves. */
export const copyOfDatabaseKeys = ({ recordsKey, notesKey }: DatabaseKeys): DatabaseKeys => ({
  recordsKey: Uint8Array.from(recordsKey),
  notesKey: Uint8Array.from(notesKey),
});

/** Overwrites the raw keys of databases in place. */
export const wipeDatabaseKeys = ({ recordsKey, notesKey }: DatabaseKeys): void => {
  recordsKey.fill(0);
  notesKey.fill(0);
};

/** Overwrites the secret bytes of an identity in place. */
export const wipeIdentity = ({ signingSeed, documentKey, formerIdentities }: IdentityKeys): void => {
  for (const secret of [signingSeed, documentKey, ...formerIdentities.map((former) => former.signingSeed)])
    secret.fill(0);
};

/** Overwrites the next keys of a vault, but for bytes that are its present ones. */
export const wipeNext = ({ recordsKey, notesKey, next }: VaultKeys): void => {
  if (next !== undefined && next.recordsKey !== recordsKey) next.recordsKey.fill(0);
  if (next !== undefined && next.notesKey !== notesKey) next.notesKey.fill(0);
};

/** Overwrites the secret bytes in place. */
export const wipeKeys = (keys: VaultKeys): void => {
  wipeDatabaseKeys(keys);
  if (keys.next !== undefined) wipeDatabaseKeys(keys.next);
  wipeIdentity(keys);
};
