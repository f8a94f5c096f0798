import type { LockReason } from '@shared/contract/control.ts';
import type { Clock } from '@shared/kernel/ports.ts';
import { ok } from '@shared/kernel/result.ts';
import { discardUnfinished } from '../attachments/discard-unfinished.ts';
import { beginDailyBackups } from '../backup/daily.ts';
import { removeUnfinishedBackup } from '../backup/make-backup.ts';
import { notesMissingSince } from '../backup/missing-notes.ts';
import { transactRecords } from '../db/transact.ts';
import { removeIncoming } from '../exchange/receive/incoming-files.ts';
import { abandonUnwritten } from '../exchange/send/package-outcome.ts';
import { removeUnfinishedExports } from '../export/unfinished-exports.ts';
import { adoptCertifiedRoles } from '../identity/adopt-roles.ts';
import { noteCounsellingEnd } from '../identity/note-counselling-end.ts';
import { beginRecount } from '../integrity/begin-recount.ts';
import { eraseDraftsLeft } from '../retention/erase-file.ts';
import { eraseHeldLeft } from '../retention/held-guidance.ts';
import type { CallContext } from '../rpc/context.ts';
import { ensureConfirmationWord } from '../settings/confirmation-word.ts';
import { getSettings } from '../settings/settings.ts';
import { noteEvent } from '../trail/note-event.ts';
import type { OpenVault } from '../vault/vault.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { settleIdentityNow } from './new-identity.ts';

/**
 * Begins the session of a vault that has just been opened: its settings apply, leftovers of uploads and exports go,
 * the opening is recorded.
 */
export const enterVault = async (context: CallContext, vaultId: string, vault: OpenVault): Promise<void> => {
  const { clock, random, session, desk } = context;
  const work = workspaceOf({ vault, clock, random });
  // Neither a full disk nor a list that cannot be written keeps a person out of the vault.
  discardUnfinished(work, { draftsMissing: notesMissingSince(vault.notes) !== null });
  removeUnfinishedExports(vault);
  abandonUnwritten(vault);
  removeIncoming(vault);
  eraseDraftsLeft(work);
  await eraseHeldLeft({ vault, work });
  await removeUnfinishedBackup({ vault });
  // Another identity may have been cut off before it was told.
  settleIdentityNow({ vault, work });
  // A role may have begun since, by the day that the directory names.
  transactRecords(vault.records, (tx) => {
    adoptCertifiedRoles({ vault, work }, tx);
    noteCounsellingEnd({ vault, work }, tx);
    return ok(null);
  });
  ensureConfirmationWord(vault.notes, random);
  await desk.known.noteOpened(vaultId);
  session.setIdleMinutes(getSettings(vault.records).idleMinutes);
  noteEvent(work, { kind: 'vaultOpened', subject: '' });
  session.begin(vaultId, vault);
  beginDailyBackups(context, vault);
  beginRecount(context, vault);
};

/** The last that is done in a vault before it closes: what was dropped goes, the lock is recorded. */
export const leaveVault = (vault: OpenVault, clock: Clock, reason: LockReason): void => {
  removeIncoming(vault);
  noteEvent({ records: vault.records, clock }, { kind: 'vaultLocked', subject: reason });
};
