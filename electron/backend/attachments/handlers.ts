import { fail } from '@shared/kernel/result.ts';
import { isFileOfMistakenCase } from '../db/mistaken-cases.ts';
import { chooseTargetOf, exportDepsOf } from '../export/call-deps.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { viewed } from '../trail/note-view.ts';
import type { StoreName } from '../workspace/store.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { addFile } from './add-file.ts';
import { appendPiece } from './append-piece.ts';
import { attachmentInfo } from './attachment-ref.ts';
import { beginUpload } from './begin-upload.ts';
import { discardAttachment } from './discard-attachment.ts';
import { exportAttachment } from './export-attachment.ts';
import { finishUpload } from './finish-upload.ts';
import { isOwnDatabase } from './is-own-database.ts';
import { readAttachment } from './read-attachment.ts';

/** Files of a file about the wrong employee are neither read nor saved (law: mistaken). */
const isReadable = ({ vault }: CallContext, store: StoreName, attachmentId: string): boolean =>
  store === 'notes' || !isFileOfMistakenCase(vault.records, attachmentId);

/** Files that belong to acts or notes. */
export const attachmentsHandlers = defineHandlers({
  'attachments.begin': (input, context) => beginUpload(workspaceOf(context), input),
  'attachments.append': (input, context) => appendPiece(workspaceOf(context), input),
  'attachments.finish': (input, context) => finishUpload(workspaceOf(context), input),
  'attachments.addFile': ({ store, caseId, fileToken }, context) => {
    const path = context.files.resolve('file', fileToken);
    if (path === undefined) return fail('unknownToken');
    if (isOwnDatabase(context.vault.dir, path)) return fail('fileUnreadable');
    return addFile(workspaceOf(context), { store, caseId, path });
  },
  'attachments.discard': (input, context) => discardAttachment(workspaceOf(context), input),
  'attachments.info': (input, context) =>
    isReadable(context, input.store, input.attachmentId)
      ? attachmentInfo(workspaceOf(context), input)
      : fail('unknownAttachment'),
  'attachments.read': (input, context) => {
    if (!isReadable(context, input.store, input.attachmentId)) return fail('unknownAttachment');
    const work = workspaceOf(context);
    const view = { store: input.store, kind: 'attachmentViewed', subject: input.attachmentId } as const;
    return viewed(work, view, readAttachment(work, input));
  },
  'attachments.export': (input, context) => {
    if (!isReadable(context, 'records', input.attachmentId)) return fail('unknownAttachment');
    return exportAttachment(
      workspaceOf(context),
      { ...exportDepsOf(context), chooseTarget: chooseTargetOf(context) },
      { ...input, store: 'records', folder: context.start.documentsFolder },
    );
  },
});
