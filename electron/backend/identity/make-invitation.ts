import type { Invitation } from '@shared/domain/identity/invitation.ts';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import { signedFileExtensions } from '@shared/domain/identity/signed-file.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { encodeBase64 } from '../crypto/base64.ts';
import { randomId } from '../crypto/random.ts';
import { transactRecords } from '../db/transact.ts';
import { writeSignedFile } from '../formats/identity/signed-file.ts';
import { fileOfProfile, heldProfile } from '../settings/office-profile.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { nowOf, type Unlocked } from '../vault/unlocked.ts';
import { exportFile, type IdentityExport, type SaveError } from './export-file.ts';
import { deleteIssued, insertIssued } from './invitation-rows.ts';
import { publishedDirectory } from './publish-directory.ts';
import type { TrustedDirectory } from './trusted-directory.ts';

export interface Invited {
  readonly person: PersonInput;
  readonly roles: readonly Role[];
  /** File of the institution's profile that goes along; none in an invitation that 0.3 can read. */
  readonly profile?: Uint8Array | null;
}

/** The signed file of an invitation to the directory that this vault publishes. */
export const invitationFile = (
  unlocked: Unlocked,
  { directory, file }: TrustedDirectory,
  invitationId: string,
  { person, roles, profile = null }: Invited,
): Uint8Array => {
  const said = {
    invitationId,
    institution: directory.institution,
    directory: encodeBase64(file),
    person,
    roles: [...new Set(roles)],
    issuedAt: nowOf(unlocked),
  };
  const invitation: Invitation =
    profile === null
      ? { format: 'bilik/invitation/v1', ...said }
      : { format: 'bilik/invitation/v2', ...said, profile: encodeBase64(profile) };
  return writeSignedFile('invitation', invitation, unlocked.vault);
};

/**
 * Makes an invitation for a person, saves it where the system's dialog says, and remembers it. `notPublisher` when
 * this vault publishes no directory. `invitationId` is null when the dialog was cancelled.
 */
export const makeInvitation = async (
  unlocked: Unlocked,
  deps: IdentityExport,
  { withProfile, ...invited }: Omit<Invited, 'profile'> & { readonly withProfile: boolean },
): Promise<Result<{ saved: boolean; invitationId: string | null }, SaveError | AppError<'notPublisher'>>> => {
  const published = publishedDirectory(unlocked, unlocked.work.records);
  if (!published.ok) return published;
  const held = withProfile ? heldProfile(unlocked.work.records) : null;
  const profile = held && fileOfProfile(unlocked.work.records, held);
  const invitationId = randomId(unlocked.work.random);
  const saved = await exportFile(unlocked, deps, {
    extension: signedFileExtensions.invitation,
    bytes: () => invitationFile(unlocked, published.value, invitationId, { ...invited, profile }),
    record: (tx) => {
      insertIssued(tx, { invitationId, ...invited, createdAt: nowOf(unlocked) });
      appendAudit(unlocked.work, tx, { kind: 'invitationMade', subject: invitationId });
    },
  });
  if (!saved.ok) {
    transactRecords(unlocked.work.records, (tx) => {
      deleteIssued(tx, invitationId);
      return ok(null);
    });
    return saved;
  }
  return ok({ saved: saved.value.saved, invitationId: saved.value.saved ? invitationId : null });
};
