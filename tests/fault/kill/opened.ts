import { discardUnfinished } from '../../../electron/backend/attachments/discard-unfinished.ts';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { removeIncoming } from '../../../electron/backend/exchange/receive/incoming-files.ts';
import { inspect, takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { abandonUnwritten } from '../../../electron/backend/exchange/send/package-outcome.ts';
import { removeUnfinishedExports } from '../../../electron/backend/export/unfinished-exports.ts';
import { type Unlocked, unlockedOf } from '../../../electron/backend/vault/unlocked.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { VaultKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { openByKeys } from '../../fixtures/vault-by-keys.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';

/** The vault as use cases take it. */
export const asUnlocked = (vault: OpenVault): Unlocked =>
  unlockedOf({ vault, clock: systemClock, random: systemRandom });

/** Opens a vault as the app does: leftovers of what was cut off go. */
export const openAfterwards = (dir: string, keys: VaultKeys): Unlocked & { readonly vault: OpenVault } => {
  const vault = openByKeys(vaultDeps, dir, keys);
  const exchange = { ...asUnlocked(vault), vault };
  discardUnfinished(exchange.work, { draftsMissing: false });
  removeUnfinishedExports(exchange.work);
  abandonUnwritten(vault);
  removeIncoming(vault);
  return exchange;
};

/** Takes a package in; `ok`, or the code by which it was held or failed. */
export const takePackage = async (exchange: Unlocked, path: string): Promise<string> => {
  const inspected = await inspect(exchange, [path]);
  if (!inspected.ok) return inspected.error.code;
  if (inspected.value.held !== null) return inspected.value.held;
  const taken = await takeIn(exchange, inspected.value.inspectionId, false);
  return taken.ok ? 'ok' : taken.error.code;
};

/** Number of files that are not complete. */
export const incompleteFiles = ({ records }: Pick<OpenVault, 'records'>): unknown =>
  records.$client.prepare('SELECT count(*) FROM attachments WHERE complete = 0').pluck().get();
