import type { AuditStore } from '@shared/domain/audit/kinds.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { type NoteError, openNote, toVerifierKey } from '../crypto/signed-note.ts';
import type { Signer } from '../crypto/signer.ts';
import type { ChainHead } from './audit-chain.ts';

// A checkpoint is a signed note of three lines (https://c2sp.org/tlog-checkpoint): origin, size, and a hash in
// Base64. There the hash is the root of a Merkle tree; here it is the head of the linear chain.

/** Length and head (64 hexadecimal digits) of a chain at some time. */
export interface Checkpoint {
  readonly size: number;
  readonly hash: string;
}

/** First line of the checkpoints of a chain, and the name of the key that signs them. */
export const auditOrigin = (vaultId: string, store: AuditStore): string => `bilik/${vaultId}/${store}`;

const noteText = (origin: string, { size, hash }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(hash, 'hex').toString('base64')}\n`;

/** Signs length and head of a chain of the vault. */
export const writeCheckpoint = (
  vault: Pick<Signer, 'instanceId' | 'signNote'>,
  store: AuditStore,
  { entries, head }: ChainHead,
): string => {
  const origin = auditOrigin(vault.instanceId, store);
  return vault.signNote(origin, noteText(origin, { size: entries, hash: toHex(head) }));
};

/** Text of the vault's key for other programs that check checkpoints of a chain. */
export const checkpointKey = (vault: Pick<Signer, 'instanceId' | 'publicKey'>, store: AuditStore): string =>
  toVerifierKey(auditOrigin(vault.instanceId, store), vault.publicKey);

/**
 * Length and head that a checkpoint of `origin` states. Fails as `openNote`, and with `noteMalformed` when the
 * signed text is no checkpoint of that origin.
 */
export const openCheckpoint = (
  note: string,
  origin: string,
  publicKey: Uint8Array,
): Result<Checkpoint, AppError<NoteError>> => {
  const opened = openNote(note, origin, publicKey);
  if (!opened.ok) return opened;
  const [, size = '', base64 = ''] = opened.value.split('\n');
  const checkpoint = { size: Number(size), hash: Buffer.from(base64, 'base64').toString('hex') };
  // Written again it must be the same: one form for each checkpoint.
  if (!/^\d{1,15}$/.test(size) || checkpoint.hash.length !== 64) return fail('noteMalformed');
  return noteText(origin, checkpoint) === opened.value ? ok(checkpoint) : fail('noteMalformed');
};
