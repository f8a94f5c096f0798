import { join } from 'node:path';
import type { ParsedInputOf } from '@shared/contract/method.ts';
import type { vaultContract } from '@shared/contract/vault.ts';
import type { Clock } from '@shared/kernel/ports.ts';
import { err, fail, ok } from '@shared/kernel/result.ts';
import { changeBackupState } from '../backup/backup-state.ts';
import { checkPlace } from '../backup/place.ts';
import type { RecordsWriter } from '../db/handles.ts';
import { transactRecords } from '../db/transact.ts';
import type { OpenedInvitation } from '../formats/identity/read-invitation.ts';
import { acceptInvitation } from '../identity/accept-invitation.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { createVault, type NewVault } from '../vault/create-vault.ts';
import { folderWarnings } from '../vault/folder-warnings.ts';
import { noteSheetConfirmed, noteSheetUnconfirmed } from '../vault/sheet-state.ts';
import { answersFit } from '../vault/vault-desk.ts';
import { isVaultLabel } from '../vault/vault-label.ts';
import { parentFolder } from './parent-folder.ts';
import { recoverySheet } from './recovery-sheet.ts';

/** What an invitation adds to a new vault: its institution, and the trust in its directory. */
const invited = (
  deps: { readonly clock: Clock },
  invitation: OpenedInvitation | undefined,
): { readonly institution?: string; readonly fill: NonNullable<NewVault['fill']> } =>
  invitation === undefined
    ? { fill: () => undefined }
    : {
        institution: invitation.invitation.institution,
        fill: (tx) => acceptInvitation(deps, tx, invitation),
      };

type BackupChoice = ParsedInputOf<(typeof vaultContract)['vault.create']>['backup'];

/** What is set of backups in a new vault in `dir`; null: nothing yet. */
const backupsOf = ({ files }: CallContext, dir: string, choice: BackupChoice) => {
  if (choice === null) return ok(null);
  if (choice === 'declined') return ok({ declined: true });
  const place = files.resolve('folder', choice.folderToken);
  if (place === undefined) return fail('unknownToken');
  const good = checkPlace(dir, place);
  return good.ok ? ok({ place }) : good;
};

/** Making a vault, its recovery sheet, and the proof that the sheet is at hand. */
export const vaultCreationHandlers = defineHandlers({
  'vault.create': async ({ parentToken, label, passphrase, identity, invitationToken, backup }, context) => {
    const { desk, session } = context;
    if (!isVaultLabel(label)) return fail('labelInvalid');
    const invitation = invitationToken === null ? undefined : desk.invitation(invitationToken);
    if (invitationToken !== null && invitation === undefined) return fail('unknownToken');
    const parent = await parentFolder(context, parentToken);
    if (!parent.ok) return parent;
    if (parent.value === undefined) return fail('unknownToken');
    const dir = join(parent.value, label);
    const backups = backupsOf(context, dir, backup);
    if (!backups.ok) return backups;
    const { fill, ...institution } = invited(desk.deps, invitation);
    const fillAll = (tx: RecordsWriter): void => {
      fill(tx);
      noteSheetUnconfirmed(tx);
      if (backups.value !== null) changeBackupState(tx, backups.value);
    };
    const created = await desk.exclusively(async () => {
      if (session.vault() !== undefined) return fail('busy');
      const made = await createVault(desk.deps, { dir, passphrase, ...identity, ...institution, fill: fillAll });
      if (!made.ok) return err(made.error);
      const known = await desk.known.add(dir);
      if (!known.ok) {
        made.value.vault.close();
        return err(known.error);
      }
      const { vaultId, groups, asked } = desk.keepMade(known.value.id, made.value.vault, made.value.recoveryIdentity);
      session.watch();
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
    // When this cannot be noted, the vault asks for a sheet once more.
    transactRecords(made.vault.records, (tx) => ok(noteSheetConfirmed(tx)));
    const begun = await context.enter(vaultId, made.vault);
    return begun.ok ? ok({}) : begun;
  },
});
