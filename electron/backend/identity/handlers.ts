import { logoLimits } from '@shared/domain/office/picture.ts';
import type { AppError, Result } from '@shared/kernel/result.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { chooseTargetOf, exportDepsOf } from '../export/call-deps.ts';
import { readLogo } from '../formats/identity/logo.ts';
import { readInvitation } from '../formats/identity/read-invitation.ts';
import { wordsOfKey } from '../formats/identity/words-of-key.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { getSettings } from '../settings/settings.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { alikePersons, tellPersonsApart } from './alike-persons.ts';
import { certifyCard } from './certify-card.ts';
import { exportCard } from './export-card.ts';
import { exportDirectory } from './export-directory.ts';
import type { IdentityExport } from './export-file.ts';
import { exportReceiving } from './export-receiving.ts';
import { foundDirectory } from './found-directory.ts';
import { identityStatus } from './identity-status.ts';
import { inspectFile } from './inspect-file.ts';
import { listIssued } from './invitation-rows.ts';
import { listMembers } from './list-members.ts';
import { makeInvitation } from './make-invitation.ts';
import { officeState } from './office-state.ts';
import { chooseOffice, exportOffice, publishOffice } from './publish-office.ts';
import { revokeKey } from './revoke-key.ts';
import { setRoles } from './set-roles.ts';
import { takeOffice } from './take-office.ts';
import { readTokenFile } from './token-file.ts';
import { trustDirectory } from './trust-directory.ts';
import { updateDirectory } from './update-directory.ts';

const exportOf = (context: CallContext): IdentityExport => ({
  ...exportDepsOf(context),
  chooseTarget: chooseTargetOf(context),
  folder: context.start.documentsFolder,
});

type TokenError = AppError<'unknownToken' | 'fileUnreadable' | 'signedFileInvalid'>;

/** Reads the file behind a token and goes on with its bytes. */
const withFile = async <T, E>(
  context: CallContext,
  token: string,
  use: (file: Uint8Array) => Result<T, E>,
): Promise<Result<T, E | TokenError>> => {
  const file = await readTokenFile(context.files, token, [context.vault.dir]);
  return file.ok ? use(file.value) : file;
};

/** Reads the file behind a token as a logo; what is too large for any signed file is so for a logo. */
const logoFile = async (context: CallContext, token: string) => {
  const file = await readTokenFile(context.files, token, [context.vault.dir]);
  if (!file.ok) {
    const { code } = file.error;
    return code === 'signedFileInvalid' ? fail('logoTooLarge', { kilobytes: logoLimits.bytes / 1024 }) : fail(code);
  }
  const read = readLogo(file.value);
  if (!read.ok) return read;
  const { logo, width, height } = read.value;
  return ok({ logo, width, height });
};

/** Cards, the signed directory, invitations, the institution's profile. */
export const identityHandlers = defineHandlers({
  'persons.alike': ({ person }, context) => ok(alikePersons(unlockedOf(context), person)),
  'persons.tellApart': (input, context) => tellPersonsApart(unlockedOf(context), input),
  'identity.status': (_input, context) => ok(identityStatus(unlockedOf(context))),
  'identity.exportCard': (_input, context) => exportCard(unlockedOf(context), exportOf(context)),
  'identity.exportReceiving': ({ protection }, context, { chosen }) =>
    protection === 'passphrase' && chosen === null
      ? fail('notConfirmed')
      : exportReceiving(unlockedOf(context), exportOf(context), { passphrase: protection === 'none' ? null : chosen }),
  'identity.inspectFile': ({ fileToken }, context) =>
    withFile(context, fileToken, (file) => inspectFile(unlockedOf(context), file)),
  'directory.members': (_input, context) => ok(listMembers(unlockedOf(context))),
  'directory.trust': ({ fileToken, words }, context) =>
    withFile(context, fileToken, (file) => trustDirectory(unlockedOf(context), { file, words })),
  'directory.update': ({ fileToken }, context) =>
    withFile(context, fileToken, (file) => updateDirectory(unlockedOf(context), file)),
  'directory.found': (input, context) => foundDirectory(unlockedOf(context), input),
  'directory.certify': ({ fileToken, ...input }, context) =>
    withFile(context, fileToken, (file) => certifyCard(unlockedOf(context), { file, ...input })),
  'directory.setRoles': (input, context) => setRoles(unlockedOf(context), input),
  'directory.revoke': (input, context) => revokeKey(unlockedOf(context), input),
  'directory.export': (_input, context) => exportDirectory(unlockedOf(context), exportOf(context)),
  'office.get': (_input, context) => ok(officeState(unlockedOf(context), context.vault.records)),
  'office.settings': (_input, { vault }) => ok(getSettings(vault.records)),
  'office.readLogo': ({ fileToken }, context) => logoFile(context, fileToken),
  'office.publish': (input, context) => publishOffice(unlockedOf(context), input),
  'office.take': ({ fileToken }, context) =>
    withFile(context, fileToken, (file) => takeOffice(unlockedOf(context), file)),
  'office.export': (_input, context) => exportOffice(unlockedOf(context), exportOf(context)),
  'office.choose': ({ source }, context) => chooseOffice(unlockedOf(context), source),
  'invitation.make': (input, context) => makeInvitation(unlockedOf(context), exportOf(context), input),
  'invitation.list': (_input, context) =>
    ok(
      listIssued(context.vault.records).map(({ invitationId, person, roles, createdAt, entryId }) => ({
        invitationId,
        name: person.name,
        roles: [...roles],
        createdAt,
        answered: entryId !== null,
      })),
    ),
  'vault.inspectInvitation': async ({ fileToken }, { files, desk, session }) => {
    const file = await readTokenFile(files, fileToken, desk.openDirs(session.vault()));
    if (!file.ok) return file;
    const opened = readInvitation(file.value);
    if (!opened.ok) return fail(opened.error.code);
    desk.keepInvitation(fileToken, opened.value);
    const { invitation, profile, rootKey } = opened.value;
    const { institution, person, roles, issuedAt } = invitation;
    return ok({ institution, person, roles, issuedAt, words: wordsOfKey(rootKey), withProfile: profile !== null });
  },
});
