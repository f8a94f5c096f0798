import { hash } from '@shared/domain/fields.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { sha256 } from '../crypto/hash.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { meta } from '../db/records-schema.ts';
import { catchOpening, type OpenErrorCode } from '../db/storage-error.ts';

/** Why key files are made anew; each is an entry of the trail. */
export const keyFileEvents = [
  'passphraseChanged',
  'vaultRecovered',
  'keyRotationBegun',
  'keysRotated',
  'keyRotationUndone',
  'keyRotationHalved',
  'identityKeysMade',
] as const;
export type KeyFileEvent = (typeof keyFileEvents)[number];

const keyFileSet = z.strictObject({ generation: z.number().int().min(1), keyHash: hash, recoveryHash: hash });

/** Generation and SHA-256 of the key files. */
export type KeyFileSet = z.infer<typeof keyFileSet>;

const recipient = z.string().startsWith('age1');

const recordSchema = z.strictObject({
  current: keyFileSet,
  /** Sets of changes under way: noted before their files are written, gone after; until then all are good. */
  pending: z.array(keyFileSet.extend({ event: z.enum(keyFileEvents) })),
  /** age recipient of recovery.age. */
  recoveryRecipient: recipient,
  /** Another recovery sheet under way: noted before recovery.age is written, gone after; until then both are good. */
  nextRecovery: z.strictObject({ recipient, recoveryHash: hash }).optional(),
});

/** What records.db knows of the key files beside it; shows when an older one is put in their place. */
export type KeyFileRecord = z.infer<typeof recordSchema>;

/** The set that two sealed files make. */
export const toKeyFileSet = (generation: number, keyFile: Uint8Array, recoveryFile: Uint8Array): KeyFileSet => ({
  generation,
  keyHash: toHex(sha256(keyFile)),
  recoveryHash: toHex(sha256(recoveryFile)),
});

const parseRecord = (text: string): KeyFileRecord | undefined => {
  try {
    return recordSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
};

/** Reads the record. Fails with `databaseDamaged` when it is missing or makes no sense. */
export const readKeyFileRecord = (tx: RecordsReader): Result<KeyFileRecord, AppError<OpenErrorCode>> => {
  const row = catchOpening(() => tx.select().from(meta).where(eq(meta.key, 'keyFiles')).get());
  if (!row.ok) return row;
  const record = row.value === undefined ? undefined : parseRecord(row.value.value);
  return record === undefined ? fail('databaseDamaged', { reason: 'keyFileRecord' }) : ok(record);
};

/** Writes the record. */
export const writeKeyFileRecord = (tx: RecordsWriter, record: KeyFileRecord): void => {
  const value = JSON.stringify(record);
  tx.insert(meta).values({ key: 'keyFiles', value }).onConflictDoUpdate({ target: meta.key, set: { value } }).run();
};
