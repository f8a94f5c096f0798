import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import { heldFile } from '../ledger/held-rows.ts';
import { type ReadPackage, readKept } from './read-incoming.ts';

/** Opens a package that was held, as it came. */
export const openHeld = async (
  { vault }: Unlocked,
  manifestHash: string,
): Promise<Result<ReadPackage, AppError<'packageUnreadable'>>> => {
  const file = heldFile(vault.records, manifestHash);
  const read = file && (await readKept(file, vault.keys.receivingIdentities));
  if (!read?.ok || read.value.manifestHash !== manifestHash) return fail('packageUnreadable');
  return { ok: true, value: read.value };
};
