import { signedFileExtensions } from '@shared/domain/identity/signed-file.ts';
import type { Result } from '@shared/kernel/result.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { exportFile, type IdentityExport, type SaveError } from './export-file.ts';
import { ownCardFile } from './own-card.ts';

/** Saves the identity card of this vault. */
export const exportCard = (unlocked: Unlocked, deps: IdentityExport): Promise<Result<{ saved: boolean }, SaveError>> =>
  exportFile(unlocked, deps, {
    extension: signedFileExtensions.card,
    bytes: () => ownCardFile(unlocked),
    record: (tx) => appendAudit(unlocked.work, tx, { kind: 'cardExported', subject: '' }),
  });
