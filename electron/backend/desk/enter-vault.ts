import type { LockReason } from '@shared/contract/control.ts';
import type { Clock } from '@shared/kernel/ports.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
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
 * the opening is recorded. `identityUnended`: another identity of it was cut off before it was told, and what tells it
 * could not be written now either. Then no session begins: by such a vault one would sign by the new key in an epoch
 * of the former one, hand out a card without the list, and take for the holder's own what others sign by the former.
 */
export const enterVault = async (
  context: CallContext,
  vaultId: string,
  vault: OpenVault,
): Promise<Result<null, AppError<'identityUnended'>>> => {
  const { clock, random, session, desk } = context;
  const work = workspaceOf({ vault, clock, random });
  if (!settleIdentityNow({ vault, work }).ok) return fail('identityUnended');
  // A full disk keeps nobody out of the vault otherwise.
  removeUnfinishedExports(vault);
  abandonUnwritten(vault);
  removeIncoming(vault);
  eraseDraftsLeft(work);
  await eraseHeldLeft({ vault, work });
  // Also what drafts named that went just now.
  discardUnfinished(work, { draftsMissing: notesMissingSince(vault.notes) !== null });
  await removeUnfinishedBackup({ vault });
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
  return ok(null);
};

/** The last that is done in a vault before it closes: what was dropped goes, the lock is recorded. */
export const leaveVault = (vault: OpenVault, clock: Clock, reason: LockReason): void => {
  removeIncoming(vault);
  noteEvent({ records: vault.records, clock }, { kind: 'vaultLocked', subject: reason });
};
