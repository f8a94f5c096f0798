import type { RecordsWriter } from '../db/handles.ts';
import type { OpenedInvitation } from '../formats/identity/read-invitation.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { writeAnswered } from './invitation-rows.ts';
import { keepProfile } from './take-office.ts';
import { trustRoot } from './trust-directory.ts';

/**
 * Trusts the directory of an invitation whose ten words were compared, takes the profile that it brings, and notes what
 * this vault's card answers; part of making the vault, so that it has all or is not there. Throws when the vault is not
 * new.
 */
export const acceptInvitation = (
  work: Pick<Workspace, 'clock'>,
  tx: RecordsWriter,
  { invitation, directory, directoryFile, profile }: OpenedInvitation,
): void => {
  const trusted = trustRoot(work, tx, directory, directoryFile);
  if (!trusted.ok) throw new Error('a new vault has no directory');
  if (profile !== null) keepProfile(work, tx, profile.opened, profile.file);
  writeAnswered(tx, invitation.invitationId);
};
