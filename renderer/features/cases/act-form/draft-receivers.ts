import type { ActInput } from '@shared/contract/case.ts';
import type { DraftContent, Leaving } from '@shared/contract/exchange.ts';
import type { DirectoryMember } from '@shared/contract/identity.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import type { Role } from '@shared/domain/identity/person.ts';

/** Others with a vault whom the directory certifies today for one of these roles. */
export const draftReceivers = (
  members: readonly DirectoryMember[],
  capacities: readonly Role[],
): readonly DirectoryMember[] =>
  members.filter(
    ({ self, keys, currentRoles }) =>
      !self && keys.some(({ revoked }) => revoked === null) && currentRoles.some((role) => capacities.includes(role)),
  );

/**
 * What travels of an act that was typed: its content and files; not the scan of a paper, nor who is named as its
 * author.
 */
export const toDraftContent = (act: ActInput, remark: string): DraftContent => ({
  type: act.type,
  about: act.about,
  authorOffice: act.authorOffice,
  institution: act.institution,
  content: act.content,
  attachmentIds: act.attachmentIds.filter((id) => id !== act.signedDocumentId),
  remark,
});

/** What leaves with a draft: its own files, and all that who is to sign is due. */
export const leavingWithDraft = (due: Leaving, attachments: readonly AttachmentRef[]): Leaving => ({
  acts: due.acts,
  files: [...attachments.map(({ name, size }) => ({ name, size, kind: 'attachment' as const })), ...due.files],
  bytes: attachments.reduce((sum, { size }) => sum + size, due.bytes),
});
