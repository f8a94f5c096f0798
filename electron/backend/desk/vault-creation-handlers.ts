import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@shared/kernel/ports.ts';
import { err, fail, ok } from '@shared/kernel/result.ts';
import type { OpenedInvitation } from '../formats/identity/read-invitation.ts';
import { acceptInvitation } from '../identity/accept-invitation.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { createVault, type NewVault } from '../vault/create-vault.ts';
import { folderWarnings } from '../vault/folder-warnings.ts';
import { answersFit } from '../vault/vault-desk.ts';
import { isVaultLabel } from '../vault/vault-label.ts';
import { toFileError } from '../vault/write-atomically.ts';
import { recoverySheet } from './recovery-sheet.ts';

/** Folder in which the new vault's own folder is made: the one chosen, or the person's documents. */
const parentFolder = async ({ files, start }: CallContext, token: string | null) => {
  if (token !== null) return ok(files.resolve('folder', token));
  try {
    await mkdir(start.documentsFolder, { recursive: true });
    return ok(start.documentsFolder);
  } catch (thrown) {
    return err(toFileError(thrown));
  }
};

/** What an invitation adds to a new vault: its institution, and the trust in its directory. */
const invited = (
  deps: { readonly clock: Clock },
  invitation: OpenedInvitation | undefined,
): Pick<NewVault, 'fill'> & { institution?: string } =>
  invitation === undefined
    ? {}
    : {
        institution: invitation.invitation.institution,
        fill: (tx) => acceptInvitation(deps, tx, invitation),
      };

/** Making a vault, its recovery sheet, and the proof that the sheet is at hand. */
export const vaultCreationHandlers = defineHandlers({
  'vault.create': async ({ parentToken, label, passphrase, identity, invitationToken }, context) => {
    const { desk, session } = context;
    if (!isVaultLabel(label)) return fail('labelInvalid');
    const invitation = invitationToken === null ? undefined : desk.invitation(invitationToken);
    if (invitationToken !== null && invitation === undefined) return fail('unknownToken');
    const parent = await parentFolder(context, parentToken);
    if (!parent.ok) return parent;
    if (parent.value === undefined) return fail('unknownToken');
    const dir = join(parent.value, label);
    const created = await desk.exclusively(async () => {
      if (session.vault() !== undefined) return fail('busy');
      const made = await createVault(desk.deps, { dir, passphrase, ...identity, ...invited(desk.deps, invitation) });
      if (!made.ok) return err(made.error);
      const known = await desk.known.add(dir);
      if (!known.ok) {
        made.value.vault.close();
        return err(known.error);
      }
      const { vaultId, groups, asked } = desk.keepMade(known.value.id, made.value.vault, made.value.recoveryIdentity);
      const askedGroups: [number, number] = [...asked];
      return ok({ vaultId, recoveryGroups: [...groups], askedGroups, warnings: folderWarnings(dir) });
    });
    return created ?? fail('busy');
  },
  'vault.printRecoverySheet': async ({ vaultId }, { desk, host, preferences, clock }) => {
    const made = desk.made(vaultId);
    if (made === undefined) return fail('unknownVault');
    const job = recoverySheet(preferences.get().language, made.vault, made.groups, clock);
    const printed = await host.ask('printPaper', job);
    return printed.ok ? ok({ printed: printed.value }) : fail('printFailed');
  },
  'vault.confirmRecovery': async ({ vaultId, answers }, context) => {
    const made = context.desk.made(vaultId);
    if (made === undefined) return fail('unknownVault');
    if (!answersFit(made, answers)) return fail('recoveryAnswerWrong');
    context.desk.releaseMade();
    await context.enter(vaultId, made.vault);
    return ok({});
  },
});
