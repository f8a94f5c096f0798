import { join } from 'node:path';
import type { AuditStore } from '@shared/domain/audit/kinds.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { recordFirst } from '../export/record-first.ts';
import { type ExportDeps, type ExportErrorCode, saveFile } from '../export/save-file.ts';
import { appendAudit, auditRows, chainHead } from '../trail/audit-chain.ts';
import { auditFile } from '../trail/audit-file.ts';
import { writeCheckpoint } from '../trail/checkpoint.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { storeOf, transactStore } from '../workspace/store.ts';

/** What the export asks and where it starts. */
export interface AuditExportDeps extends ExportDeps {
  readonly chooseTarget: (defaultPath: string, extension: string) => Promise<string | null>;
  /** Folder that the dialog starts in. */
  readonly folder: string;
}

/** A name that tells the chain and its length alone. */
const nameOf = (store: AuditStore, entries: number): string =>
  `jejak-audit-${store === 'records' ? 'berkas' : 'catatan'}-${entries}.jsonl`;

/**
 * Records that a chain leaves, and saves it as it was before, with its checkpoint, where the person says; complete or
 * not at all.
 */
export const exportAudit = async (
  { vault, work }: Unlocked,
  deps: AuditExportDeps,
  store: AuditStore,
): Promise<Result<{ saved: boolean; entries: number }, AppError<ExportErrorCode | StorageErrorCode>>> => {
  const tx = storeOf(work, store);
  const target = await deps.chooseTarget(join(deps.folder, nameOf(store, chainHead(tx).entries)), 'jsonl');
  if (target === null) return ok({ saved: false, entries: 0 });
  const head = chainHead(tx);
  const checkpoint = { note: writeCheckpoint(vault, store, head), size: head.entries };
  const { instanceId: vaultId, publicKey } = vault;
  const first = { format: 'bilik/audit/v1', vaultId, store, key: toHex(publicKey) } as const;
  const record = () =>
    transactStore(work, store, (within) => {
      appendAudit(work, within, { kind: 'auditExported', subject: '' });
      return ok(null);
    });
  const saved = await recordFirst(record, () => saveFile(deps, target, auditFile(first, auditRows(tx), checkpoint)));
  return saved.ok ? ok({ saved: true, entries: checkpoint.size }) : saved;
};
