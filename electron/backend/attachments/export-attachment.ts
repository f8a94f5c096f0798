import { join } from 'node:path';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { recordFirst } from '../export/record-first.ts';
import { type ExportDeps, type ExportErrorCode, saveFile } from '../export/save-file.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import { type StoreName, storeOf, transactStore } from '../workspace/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type AttachmentRow, findAttachment } from './attachment-rows.ts';
import { attachmentChunks } from './read-attachment.ts';
import { extensionOfMediaType } from './sniff-media-type.ts';

/** Asks where to save; null when cancelled. */
export type ChooseTarget = (defaultPath: string, extension: string) => Promise<string | null>;

export interface AttachmentExport {
  readonly store: StoreName;
  readonly attachmentId: string;
  /** Folder that the dialog starts in. */
  readonly folder: string;
}

type ExportAttachmentError = 'unknownAttachment' | ExportErrorCode | StorageErrorCode;

/** Endings of papers without macros, of sound and of pictures that move: none that a system runs. */
const openedEndings = ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'm4a', 'mp3', 'ogg', 'wav', 'mov', 'mp4', 'webm'];

/**
 * The ending under which a file leaves: that of its bytes where they tell one, else its own name's, if it is one that
 * opens a paper and runs nothing. A file that a system would run must not leave under a name that it runs by.
 */
const extensionOf = ({ mediaType, name }: AttachmentRow): string => {
  const known = extensionOfMediaType(mediaType);
  const claimed = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  // A document of this kind is a ZIP archive by its bytes; a program packed as one leaves as the archive that it is.
  return ['bin', 'zip'].includes(known) && openedEndings.includes(claimed) ? claimed : known;
};

/** A name that tells nothing: the file's own name may hold a person's name or number. */
const neutralName = (row: AttachmentRow, extension: string): string =>
  `lampiran-${row.sha256 === null ? '' : toHex(row.sha256).slice(0, 8)}.${extension}`;

/**
 * Records in the trail of its store that one file leaves the vault, and saves it where the person says; complete or not
 * at all.
 */
export const exportAttachment = async (
  work: Workspace,
  deps: ExportDeps & { readonly chooseTarget: ChooseTarget },
  { store, attachmentId, folder }: AttachmentExport,
): Promise<Result<{ saved: boolean }, AppError<ExportAttachmentError>>> => {
  const row = findAttachment(storeOf(work, store), store, attachmentId);
  if (row === undefined || !row.complete) return fail('unknownAttachment');
  const extension = extensionOf(row);
  const target = await deps.chooseTarget(join(folder, neutralName(row, extension)), extension);
  if (target === null) return ok({ saved: false });
  const record = () =>
    transactStore(work, store, (tx) => {
      appendAudit(work, tx, { kind: 'attachmentExported', subject: attachmentId });
      return ok(null);
    });
  const saved = await recordFirst(record, () => saveFile(deps, target, attachmentChunks(work, store, attachmentId)));
  return saved.ok ? ok({ saved: true }) : saved;
};
