import { signedFileExtensions } from '@shared/domain/identity/signed-file.ts';
import type { Result } from '@shared/kernel/result.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Actor } from './actor.ts';
import { exportFile, type IdentityExport, type SaveError } from './export-file.ts';
import { ownCardFile } from './own-card.ts';

/** Saves the identity card of this vault. */
export const exportCard = (actor: Actor, deps: IdentityExport): Promise<Result<{ saved: boolean }, SaveError>> =>
  exportFile(actor, deps, {
    extension: signedFileExtensions.card,
    bytes: () => ownCardFile(actor),
    record: (tx) => appendAudit(actor.work, tx, { kind: 'cardExported', subject: '' }),
  });
