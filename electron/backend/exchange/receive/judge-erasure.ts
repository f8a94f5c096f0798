import { type Directory, findKey } from '@shared/domain/identity/directory.ts';
import { ok } from '@shared/kernel/result.ts';
import { findCase } from '../../case/case-rows.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { erasureMessages, hasShared, keysOf } from '../ledger/erasure-messages.ts';
import { held, type Judged } from './judged-package.ts';
import type { ReadPackage } from './read-incoming.ts';

/**
 * Whether a package about erasures is its sender's to send: who asks about a file that is here had something of it with
 * this vault, and who answers was asked. What is not here at all says nothing against a request: what had been sent may
 * have been lost on the way.
 */
export const judgeErasure = (
  { vault: { records } }: Pick<Unlocked, 'vault'>,
  directory: Directory,
  { manifest: { sender, erasure } }: Pick<ReadPackage, 'manifest'>,
): Judged<null> => {
  if (erasure === undefined) return ok(null);
  const entry = findKey(directory, sender.key)?.entry;
  const keys = entry === undefined ? [sender.key] : keysOf(entry);
  const asked = new Set(
    erasureMessages(records, 'out')
      .filter(({ row }) => keys.includes(row.peer))
      .flatMap(({ asks }) => asks.map(({ caseId }) => caseId)),
  );
  const isTheirs =
    erasure.asks.every(({ caseId }) => findCase(records, caseId) === undefined || hasShared(records, keys, caseId)) &&
    erasure.answers.every(({ caseId }) => asked.has(caseId));
  return isTheirs ? ok(null) : held('erasureNotTheirs');
};
