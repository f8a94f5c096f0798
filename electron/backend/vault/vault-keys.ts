import { generateKeyPairSync } from 'node:crypto';
import { hash, id } from '@shared/domain/fields.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import type { Random } from '@shared/kernel/ports.ts';
import { generateX25519Identity } from 'age-encryption';
import { z } from 'zod';
import { randomId } from '../crypto/random.ts';

const databaseKeys = {
  /** Raw SQLCipher 4 keys of the two databases, hexadecimal. */
  recordsKey: hash,
  notesKey: hash,
};

/** Content of key.age and recovery.age (ARCHITECTURE.md, "A vault on disk"). */
const keyFileSchema = z.strictObject({
  format: z.literal('bilik/keys/v1'),
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

/** Raw keys of the two databases. */
export interface DatabaseKeys {
  readonly recordsKey: Uint8Array;
  readonly notesKey: Uint8Array;
}

/** Every secret of a vault. Bytes are wiped by `wipeKeys`; texts (age identities) go when the process ends. */
export interface VaultKeys extends DatabaseKeys {
  generation: number;
  readonly vaultId: string;
  /** In a key file alone: the keys that either database may have already while they are exchanged. */
  readonly next?: DatabaseKeys | undefined;
  readonly signingSeed: Uint8Array;
  readonly receivingIdentities: readonly string[];
  /** PKCS #8 DER. */
  readonly documentKey: Uint8Array;
}

/** Keys of databases that nobody knows yet. */
export const makeDatabaseKeys = (random: Random): DatabaseKeys => ({
  recordsKey: random.bytes(32),
  notesKey: random.bytes(32),
});

/** The keys of a new vault, generation 1. */
export const makeVaultKeys = async (random: Random): Promise<VaultKeys> => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    generation: 1,
    vaultId: randomId(random),
    ...makeDatabaseKeys(random),
    signingSeed: random.bytes(32),
    receivingIdentities: [await generateX25519Identity()],
    documentKey: new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })),
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
        format: 'bilik/keys/v1',
        generation: keys.generation,
        vaultId: keys.vaultId,
        ...hexOf(keys),
        next: keys.next && hexOf(keys.next),
        signingSeed: toHex(keys.signingSeed),
        receivingIdentities: keys.receivingIdentities,
        documentKey: Buffer.from(keys.documentKey).toString('base64'),
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
  return {
    generation,
    vaultId,
    ...bytesOf(parsed.data),
    ...(parsed.data.next && { next: bytesOf(parsed.data.next) }),
    signingSeed: fromHex(parsed.data.signingSeed),
    receivingIdentities,
    documentKey: new Uint8Array(Buffer.from(parsed.data.documentKey, 'base64')),
  };
};

/** Overwrites the raw keys of databases in place. */
export const wipeDatabaseKeys = ({ recordsKey, notesKey }: DatabaseKeys): void => {
  recordsKey.fill(0);
  notesKey.fill(0);
};

/** Overwrites the secret bytes in place. */
export const wipeKeys = (keys: VaultKeys): void => {
  wipeDatabaseKeys(keys);
  if (keys.next !== undefined) wipeDatabaseKeys(keys.next);
  for (const secret of [keys.signingSeed, keys.documentKey]) secret.fill(0);
};
