import type { AppError, Result } from '@shared/kernel/result.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { chooseTargetOf, exportDepsOf } from '../export/call-deps.ts';
import { readInvitation } from '../formats/identity/read-invitation.ts';
import { wordsOfKey } from '../formats/identity/words-of-key.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
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
import { revokeKey } from './revoke-key.ts';
import { setRoles } from './set-roles.ts';
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

/** Cards, the signed directory, invitations. */
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
    const { institution, person, roles, issuedAt } = opened.value.invitation;
    return ok({ institution, person, roles, issuedAt, words: wordsOfKey(opened.value.rootKey) });
  },
});
