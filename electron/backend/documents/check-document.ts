import type { DocumentCheck } from '@shared/contract/documents.ts';
import { type KnownSigner, signersOfDirectory, signersOfPerson } from '@shared/domain/documents/signers.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { readWholeAttachment } from '../attachments/read-attachment.ts';
import { documentKeyHash } from '../crypto/document-key-hash.ts';
import { verifyDocument } from '../formats/pdf/verify.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { getProfile } from '../settings/profile.ts';
import { ownKeysOf, type Unlocked } from '../vault/unlocked.ts';

/** Whose keys this vault vouches for: everyone in the directory that it trusts, and its own. */
const knownSigners = ({ vault, work }: Unlocked): readonly KnownSigner[] => {
  const trusted = trustedDirectory(work.records);
  const former = vault.keys.formerIdentities.map(({ documentKeyHash: documentKey, reason }) => ({
    documentKey,
    reason,
  }));
  const present = { documentKey: documentKeyHash(vault.keys.documentKey), reason: null };
  const keys = [present, ...former].map(({ documentKey, reason }, at) => ({
    key: ownKeysOf({ vault })[at] ?? '',
    documentKey,
    lost: reason === 'compromised',
  }));
  const self = signersOfPerson(getProfile(work.records).person?.name ?? '', keys.reverse());
  return [...(trusted === null ? [] : signersOfDirectory(trusted.directory)), ...self];
};

/** Checks a PDF among the attachments: one of ours, or signed outside and brought back. */
export const checkDocument = (
  unlocked: Unlocked,
  attachmentId: string,
): Result<DocumentCheck, AppError<'unknownAttachment'>> => {
  const { work } = unlocked;
  const bytes = readWholeAttachment(work, 'records', attachmentId);
  return bytes.ok ? ok(verifyDocument(bytes.value, work.clock.now(), knownSigners(unlocked))) : bytes;
};
