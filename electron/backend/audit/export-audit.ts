import { join } from 'node:path';
import type { AuditStore } from '@shared/domain/audit/kinds.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { transactStore } from '../attachments/store.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { type ExportDeps, type ExportErrorCode, saveFile } from '../export/save-file.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { Workspace } from '../workspace.ts';
import { appendAudit, chainHead } from './audit-chain.ts';
import { auditFile } from './audit-file.ts';
import { writeCheckpoint } from './checkpoint.ts';

/** What the export asks and where it starts. */
export interface AuditExportDeps extends ExportDeps {
  readonly chooseTarget: (defaultPath: string, extension: string) => Promise<string | null>;
  /** Folder that the dialog starts in. */
  readonly folder: string;
}

/** A name that tells the chain and its length alone. */
const nameOf = (store: AuditStore, entries: number): string =>
  `jejak-audit-${store === 'records' ? 'berkas' : 'catatan'}-${entries}.jsonl`;

/** Saves a chain and its checkpoint where the person says, complete or not at all; then records that it left. */
export const exportAudit = async (
  { vault, work }: { readonly vault: OpenVault; readonly work: Workspace },
  deps: AuditExportDeps,
  store: AuditStore,
): Promise<Result<{ saved: boolean; entries: number }, AppError<ExportErrorCode | StorageErrorCode>>> => {
  const { entries } = chainHead(store === 'records' ? work.records : work.notes);
  const target = await deps.chooseTarget(join(deps.folder, nameOf(store, entries)), 'jsonl');
  if (target === null) return ok({ saved: false, entries: 0 });
  const checkpoint = writeCheckpoint(vault, store);
  const saved = await saveFile(deps, target, auditFile(vault, store, checkpoint));
  if (!saved.ok) return saved;
  return transactStore(work, store, (tx) => {
    appendAudit(work, tx, { kind: 'auditExported', subject: '' });
    return ok({ saved: true, entries: checkpoint.size });
  });
};
