import { readFile, stat } from 'node:fs/promises';
import { heldKinds } from '@shared/domain/package/review.ts';
import { ok } from '@shared/kernel/result.ts';
import { transactRecords } from '../../db/transact.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import { nowOf, type Unlocked } from '../../vault/unlocked.ts';
import { keepHeldPackage, wasHeld } from '../ledger/held-rows.ts';
import { bringsErased } from './erased-coming.ts';
import type { Held } from './judged-package.ts';
import type { ReadPackage } from './read-incoming.ts';

/** A larger file is told of and not kept (bytes): whoever wants it taken looks at it once more. */
export const maxHeldBytes = 16 * 1024 * 1024;

/** The bytes of a package, all parts in order; null when they are too many or cannot be read any more. */
const bytesOf = async (paths: readonly string[]): Promise<Uint8Array | null> => {
  try {
    const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
    if (sizes.reduce((sum, size) => sum + size, 0) > maxHeldBytes) return null;
    return Buffer.concat(await Promise.all(paths.map((path) => readFile(path))));
  } catch {
    return null;
  }
};

/**
 * Keeps a package that is held, where its kind has a way out. It is kept sealed, as it came: nothing of it counts. A
 * disk that takes no more keeps nobody from looking: then it stays where it is alone, as does what was erased here.
 * True: it is kept.
 */
export const keepHeld = async (
  unlocked: Unlocked,
  paths: readonly string[],
  { manifest, manifestBytes, manifestHash, acts, blobs, guidance }: ReadPackage,
  { code, details }: Held,
): Promise<boolean> => {
  const isKept =
    heldKinds[code].kept && blobs !== null && !bringsErased(unlocked.vault.records, { manifest, guidance });
  const file = isKept ? await bytesOf(paths) : null;
  if (file === null) return false;
  const kept = transactRecords(unlocked.vault.records, (tx) => {
    if (!wasHeld(tx, manifestHash))
      appendAudit(unlocked.work, tx, { kind: 'packageKept', subject: manifest.packageId });
    keepHeldPackage(tx, { code, details, manifest, manifestBytes, manifestHash, acts, file, at: nowOf(unlocked) });
    return ok(null);
  });
  return kept.ok;
};
