import { type Directory, findKey } from '@shared/domain/identity/directory.ts';
import { ok } from '@shared/kernel/result.ts';
import { findCase } from '../../case/case-rows.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { erasureMessages, hasShared, keysOf } from '../ledger/erasure-messages.ts';
import { held, type Judged, type Notice } from './judged-package.ts';
import type { ReadPackage } from './read-incoming.ts';

/**
 * Whether a package about erasures is its sender's to send: who answers was asked. Who asks about a file is never held,
 * whether it is here or not: a missing receipt would tell that it is. Gives what the holder is to know of the requests.
 */
export const judgeErasure = (
  { vault: { records } }: Pick<Unlocked, 'vault'>,
  directory: Directory,
  { manifest: { sender, erasure } }: Pick<ReadPackage, 'manifest'>,
): Judged<Notice[]> => {
  if (erasure === undefined) return ok([]);
  const entry = findKey(directory, sender.key)?.entry;
  const keys = entry === undefined ? [sender.key] : keysOf(entry);
  const asked = new Set(
    erasureMessages(records, 'out')
      .filter(({ row }) => keys.includes(row.peer))
      .flatMap(({ asks }) => asks.map(({ caseId }) => caseId)),
  );
  if (!erasure.answers.every(({ caseId }) => asked.has(caseId))) return held('erasureNotTheirs');
  const isNotShared = erasure.asks.some(
    ({ caseId }) => findCase(records, caseId) !== undefined && !hasShared(records, keys, caseId),
  );
  return ok(isNotShared ? ['erasureNotShared'] : []);
};
