import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { backupExtension } from '@shared/domain/backup/manifest.ts';
import { signedFileExtensions } from '@shared/domain/identity/signed-file.ts';
import { type ShellText, shellText } from '@shared/i18n/shell.ts';
import { readableFileName } from '@shared/kernel/hidden-signs.ts';
import { ok } from '@shared/kernel/result.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';

const backup = { name: 'Bilik', extensions: [backupExtension] };
const pdf = { name: 'PDF', extensions: ['pdf'] };
const certificate = { name: 'PKCS #12', extensions: ['p12', 'pfx'] };
const csv = { name: 'CSV', extensions: ['csv', 'txt'] };
const invitation = { name: 'Bilik', extensions: [signedFileExtensions.invitation] };
/** What mail programs and shares make of a name that they do not know. */
const renamed = ['bin', 'zip', 'dat'];
/** Whatever comes from other vaults: packages and signed files. */
const exchanged = {
  name: 'Bilik',
  extensions: ['paket', ...Object.values(signedFileExtensions), ...renamed],
};

/** How the dialog for each purpose looks. */
const choices = {
  attachment: { text: 'chooseAttachments', filters: [], several: true },
  signedDocument: { text: 'chooseSignedDocument', filters: [pdf], several: false },
  exchange: { text: 'chooseExchange', filters: [exchanged], several: true },
  csv: { text: 'chooseTable', filters: [csv], several: false },
  certificate: { text: 'chooseCertificate', filters: [certificate], several: false },
} as const;

/** What the dialog for a folder says. */
const folders = {
  openVault: 'chooseVaultFolder',
  newVaultParent: 'chooseVaultParent',
  backups: 'chooseBackups',
} as const;

const title = (context: CallContext, text: ShellText): string => shellText(context.preferences.get().language, text);

type Filters = readonly { readonly name: string; readonly extensions: readonly string[] }[];

/** Kinds of files that are proposed by their names, and all files: what a file is, its bytes say. */
const withAll = (context: CallContext, filters: Filters): Filters =>
  filters.length === 0 ? [] : [...filters, { name: title(context, 'allFiles'), extensions: ['*'] }];

const toChosenFile = ({ files }: CallContext, path: string) => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile()
    ? [{ token: files.issue('file', path), name: readableFileName(basename(path)), size: found.size }]
    : [];
};

/** Asks for one file of a kind; null when cancelled. */
const chooseOne = async (context: CallContext, text: ShellText, filter: typeof invitation) => {
  const chosen = await context.host.ask('chooseFiles', {
    title: title(context, text),
    filters: withAll(context, [filter]),
    several: false,
  });
  const [path] = chosen.ok ? chosen.value : [];
  return path === undefined ? null : (toChosenFile(context, path)[0] ?? null);
};

/** System dialogs: the path of what was chosen stays here, the page gets a token. */
export const dialogHandlers = defineHandlers({
  'dialog.chooseFolder': async ({ purpose }, context) => {
    const chosen = await context.host.ask('chooseFolder', {
      title: title(context, folders[purpose]),
      defaultPath: context.start.documentsFolder,
    });
    if (!chosen.ok || chosen.value === null) return ok(null);
    return ok({ token: context.files.issue('folder', chosen.value), label: readableFileName(basename(chosen.value)) });
  },
  'dialog.chooseInvitation': async (_input, context) => ok(await chooseOne(context, 'chooseInvitation', invitation)),
  'dialog.chooseBackup': async (_input, context) => ok(await chooseOne(context, 'chooseBackup', backup)),
  'dialog.chooseFiles': async ({ purpose }, context) => {
    const { text, filters, several } = choices[purpose];
    const chosen = await context.host.ask('chooseFiles', {
      title: title(context, text),
      filters: withAll(context, filters),
      several,
    });
    return ok(chosen.ok ? chosen.value.flatMap((path) => toChosenFile(context, path)) : []);
  },
});
