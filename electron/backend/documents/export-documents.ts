import { join } from 'node:path';
import type { DocumentModel } from '@shared/domain/documents/model.ts';
import { toLocalStamp } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { attachmentChunks } from '../attachments/read-attachment.ts';
import { extensionOfMediaType } from '../attachments/sniff-media-type.ts';
import { sha256 } from '../crypto/hash.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { recordFirst } from '../export/record-first.ts';
import { type ExportDeps, type ExportErrorCode, saveFile } from '../export/save-file.ts';
import { saveFolder } from '../export/save-folder.ts';
import { findDocuments, type StoredDocument } from '../papers/document-rows.ts';
import { viewsOf } from '../papers/views.ts';
import { getSettings } from '../settings/settings.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What an export asks and where it starts. */
export interface DocumentExportDeps extends ExportDeps {
  readonly chooseTarget: (defaultPath: string, extension: string) => Promise<string | null>;
  readonly chooseFolder: () => Promise<string | null>;
  /** Folder that the dialog starts in. */
  readonly folder: string;
}

/** A name that says the kind alone: no person, no number. */
const neutralName = (kind: string, hash: string, extension: string): string =>
  `dokumen-${kind.replace(/[^a-zA-Z]/g, '')}-${hash.slice(0, 8)}.${extension}`;

/** A name of a document that says its kind alone. */
export const nameOf = ({ summary }: StoredDocument): string =>
  neutralName(summary.kind, summary.sha256, extensionOfMediaType(summary.mediaType));

/** Names by document, with a count behind those that would be the same. */
const distinctNames = (documents: readonly StoredDocument[]): string[] => {
  const seen = new Map<string, number>();
  return documents.map((document) => {
    const name = nameOf(document);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : name.replace(/(\.[a-z0-9]+)$/, `-${count}$1`);
  });
};

const bytesOf = (work: Workspace, document: StoredDocument) => attachmentChunks(work, 'records', document.attachmentId);

/** Writes that these documents leave. */
export const recordOf = (work: Workspace, documents: readonly StoredDocument[]) => () =>
  transactRecords(work.records, (tx) => {
    for (const { summary } of documents)
      appendAudit(work, tx, { kind: 'documentExported', subject: summary.documentId });
    return ok(null);
  });

type Saved = Result<boolean, AppError<ExportErrorCode | StorageErrorCode>>;

const saveOne = async (work: Workspace, deps: DocumentExportDeps, document: StoredDocument): Promise<Saved> => {
  const extension = extensionOfMediaType(document.summary.mediaType);
  const target = await deps.chooseTarget(join(deps.folder, nameOf(document)), extension);
  if (target === null) return ok(false);
  const saved = await recordFirst(recordOf(work, [document]), () => saveFile(deps, target, bytesOf(work, document)));
  return saved.ok ? ok(true) : saved;
};

const saveSeveral = async (
  work: Workspace,
  deps: DocumentExportDeps,
  documents: readonly StoredDocument[],
): Promise<Saved> => {
  const parent = await deps.chooseFolder();
  if (parent === null) return ok(false);
  const names = distinctNames(documents);
  const files = documents.map((document, i) => ({ name: names[i] ?? '', chunks: () => bytesOf(work, document) }));
  const name = `dokumen-bilik-${toLocalStamp(work.clock.now())}`;
  const saved = await recordFirst(recordOf(work, documents), () => saveFolder(deps, parent, name, files));
  return saved.ok ? ok(true) : saved;
};

/**
 * Records that documents leave the vault, and saves them: one to a file, several to a new folder; all of them or none.
 */
export const exportDocuments = async (
  work: Workspace,
  deps: DocumentExportDeps,
  documentIds: readonly string[],
): Promise<
  Result<{ saved: boolean; count: number }, AppError<'unknownDocument' | ExportErrorCode | StorageErrorCode>>
> => {
  const ids = [...new Set(documentIds)];
  const documents = findDocuments(work.records, ids);
  const [first] = documents;
  if (first === undefined || documents.length !== ids.length) return fail('unknownDocument');
  const saved = await (documents.length === 1 ? saveOne(work, deps, first) : saveSeveral(work, deps, documents));
  if (!saved.ok) return saved;
  return ok({ saved: saved.value, count: saved.value ? ids.length : 0 });
};

/** What a paper to look at is saved as: the page, or a text for an office's own system to number, date and sign. */
export type ViewFormat = 'pdf' | 'docx';

/** The writer of DOCX is large, and loaded when one is first asked for. */
const docxOf = async (work: Workspace, model: DocumentModel): Promise<Uint8Array> => {
  const { renderDocx } = await import('../papers/docx/render-docx.ts');
  return renderDocx(model, getSettings(work.records).placeholders);
};

/** Records that an unsigned form leaves the vault, and saves it, as the format says. */
export const exportView = async (
  work: Workspace,
  deps: DocumentExportDeps,
  viewId: string,
  format: ViewFormat,
): Promise<Result<{ saved: boolean }, AppError<'unknownView' | ExportErrorCode | StorageErrorCode>>> => {
  const view = viewsOf(work).find(viewId);
  if (view === undefined) return fail('unknownView');
  const { kind } = view.model;
  const name = neutralName(kind, sha256(view.pdf).toString('hex'), format);
  const target = await deps.chooseTarget(join(deps.folder, name), format);
  if (target === null) return ok({ saved: false });
  const record = () =>
    transactRecords(work.records, (tx) => {
      appendAudit(work, tx, { kind: 'formExported', subject: kind });
      return ok(null);
    });
  const bytes = format === 'pdf' ? view.pdf : await docxOf(work, view.model);
  const saved = await recordFirst(record, () => saveFile(deps, target, [bytes]));
  return saved.ok ? ok({ saved: true }) : saved;
};
