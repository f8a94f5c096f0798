import { generateKeyPairSync } from 'node:crypto';
import { hash, id } from '@shared/domain/fields.ts';
import { fromHex, toHex } from '@shared/kernel/bytes.ts';
import type { Random } from '@shared/kernel/ports.ts';
import { generateX25519Identity } from 'age-encryption';
import { z } from 'zod';
import { randomId } from '../crypto/random.ts';

/** Content of key.age and recovery.age (ARCHITECTURE.md, "A vault on disk"). */
const keyFileSchema = z.strictObject({
  format: z.literal('bilik/keys/v1'),
  /** Counts the key files of a vault; each change of passphrase and each recovery makes the next. */
  generation: z.number().int().min(1),
  vaultId: id,
  /** Raw SQLCipher 4 keys of the two databases, hexadecimal. */
  recordsKey: hash,
  notesKey: hash,
  /** Ed25519 seed (RFC 8032), hexadecimal. */
  signingSeed: hash,
  /** age identities for packages, newest first; old ones stay. */
  receivingIdentities: z.array(z.string().regex(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/)).min(1),
  /** P-256 key of the document certificate, PKCS #8 in base64. */
  documentKey: z.base64(),
});

/** Every secret of a vault. Bytes are wiped by `wipeKeys`; texts (age identities) go when the process ends. */
export interface VaultKeys {
  generation: number;
  readonly vaultId: string;
  readonly recordsKey: Uint8Array;
  readonly notesKey: Uint8Array;
  readonly signingSeed: Uint8Array;
  readonly receivingIdentities: readonly string[];
  /** PKCS #8 DER. */
  readonly documentKey: Uint8Array;
}

/** The keys of a new vault, generation 1. */
export const makeVaultKeys = async (random: Random): Promise<VaultKeys> => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    generation: 1,
    vaultId: randomId(random),
    recordsKey: random.bytes(32),
    notesKey: random.bytes(32),
    signingSeed: random.bytes(32),
    receivingIdentities: [await generateX25519Identity()],
    documentKey: new Uint8Array(privateKey.export({ format: 'der', type: 'pkcs8' })),
  };
};

/** JSON bytes of the key file; wipe them after use. */
export const encodeKeys = (keys: VaultKeys): Uint8Array =>
  new TextEncoder().encode(
    `${JSON.stringify(
      {
        format: 'bilik/keys/v1',
        generation: keys.generation,
        vaultId: keys.vaultId,
        recordsKey: toHex(keys.recordsKey),
        notesKey: toHex(keys.notesKey),
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
    recordsKey: fromHex(parsed.data.recordsKey),
    notesKey: fromHex(parsed.data.notesKey),
    signingSeed: fromHex(parsed.data.signingSeed),
    receivingIdentities,
    documentKey: new Uint8Array(Buffer.from(parsed.data.documentKey, 'base64')),
  };
};

/** Overwrites the secret bytes in place. */
export const wipeKeys = (keys: VaultKeys): void => {
  for (const secret of [keys.recordsKey, keys.notesKey, keys.signingSeed, keys.documentKey]) secret.fill(0);
};
