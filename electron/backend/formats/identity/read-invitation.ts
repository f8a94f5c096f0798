import type { Invitation } from '@shared/domain/identity/invitation.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { decodeBase64 } from '../../crypto/base64.ts';
import { type AnySignedFile, type OpenedSignedFile, readSignedFile } from './signed-file.ts';

/** An invitation with the directory inside, both signed by the same root. Says nothing of whether that is trusted. */
export interface OpenedInvitation {
  readonly invitation: Invitation;
  readonly directory: OpenedSignedFile<'directory'>;
  /** The whole file of that directory. */
  readonly directoryFile: Uint8Array;
  /** Root key, hexadecimal. */
  readonly rootKey: string;
}

/** Opens the directory inside an invitation that has been read. `signedFileInvalid` when it is none or another's. */
export const openInvitation = ({
  payload: invitation,
  key: rootKey,
}: OpenedSignedFile<'invitation'>): Result<OpenedInvitation, AppError<'signedFileInvalid'>> => {
  const directoryFile = decodeBase64(invitation.directory);
  if (directoryFile === null) return fail('signedFileInvalid');
  const directory = readSignedFile('directory', directoryFile);
  const fits = directory.ok && directory.value.key === rootKey;
  return fits ? ok({ invitation, directory: directory.value, directoryFile, rootKey }) : fail('signedFileInvalid');
};

/** Reads an invitation and the directory inside. Codes of `readSignedFile`. */
export const readInvitation = (
  file: Uint8Array,
): Result<OpenedInvitation, AppError<'signedFileInvalid' | 'signedFileOtherKind'>> => {
  const opened = readSignedFile('invitation', file);
  return opened.ok ? openInvitation(opened.value) : opened;
};

/** True when what a file holds inside is good as well: only an invitation holds anything signed. */
export const isWhole = (opened: AnySignedFile): boolean => opened.kind !== 'invitation' || openInvitation(opened).ok;
