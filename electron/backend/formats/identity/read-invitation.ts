import type { Invitation } from '@shared/domain/identity/invitation.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { decodeBase64 } from '../../crypto/base64.ts';
import { type AnySignedFile, type OpenedSignedFile, readSignedFile } from './signed-file.ts';

/** An invitation with what is inside, all signed by the same root. Says nothing of whether that is trusted. */
export interface OpenedInvitation {
  readonly invitation: Invitation;
  readonly directory: OpenedSignedFile<'directory'>;
  /** The whole file of that directory. */
  readonly directoryFile: Uint8Array;
  /** The profile of the institution with its whole file; null: there is none in it. */
  readonly profile: { readonly opened: OpenedSignedFile<'profile'>; readonly file: Uint8Array } | null;
  /** Root key, hexadecimal. */
  readonly rootKey: string;
}

/** The file of a kind inside an invitation; null where it is none, or another's. */
const inside = <K extends 'directory' | 'profile'>(kind: K, base64: string, rootKey: string) => {
  const file = decodeBase64(base64);
  const opened = file && readSignedFile(kind, file);
  return file !== null && opened?.ok && opened.value.key === rootKey ? { opened: opened.value, file } : null;
};

/**
 * Opens what is inside an invitation that has been read. `signedFileInvalid` when directory or profile are none,
 * another's, or do not belong together.
 */
export const openInvitation = ({
  payload: invitation,
  key: rootKey,
}: OpenedSignedFile<'invitation'>): Result<OpenedInvitation, AppError<'signedFileInvalid'>> => {
  const directory = inside('directory', invitation.directory, rootKey);
  if (directory === null) return fail('signedFileInvalid');
  const found = { invitation, directory: directory.opened, directoryFile: directory.file, rootKey };
  if (invitation.format === 'bilik/invitation/v1') return ok({ ...found, profile: null });
  const profile = inside('profile', invitation.profile, rootKey);
  const fits = profile?.opened.payload.directoryId === directory.opened.payload.directoryId;
  return fits ? ok({ ...found, profile }) : fail('signedFileInvalid');
};

/** Reads an invitation and what is inside. Codes of `readSignedFile`. */
export const readInvitation = (
  file: Uint8Array,
): Result<OpenedInvitation, AppError<'signedFileInvalid' | 'signedFileOtherKind'>> => {
  const opened = readSignedFile('invitation', file);
  return opened.ok ? openInvitation(opened.value) : opened;
};

/** True when what a file holds inside is good as well: only an invitation holds anything signed. */
export const isWhole = (opened: AnySignedFile): boolean => opened.kind !== 'invitation' || openInvitation(opened).ok;
