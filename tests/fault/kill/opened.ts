import { discardUnfinished } from '../../../electron/backend/attachments/discard-unfinished.ts';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import type { Exchange } from '../../../electron/backend/exchange/ledger/exchange.ts';
import { removeIncoming } from '../../../electron/backend/exchange/receive/incoming-files.ts';
import { inspect, takeIn } from '../../../electron/backend/exchange/receive/inspections.ts';
import { abandonUnwritten } from '../../../electron/backend/exchange/send/package-outcome.ts';
import { removeUnfinishedExports } from '../../../electron/backend/export/unfinished-exports.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { VaultKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { workspaceOf } from '../../../electron/backend/workspace/workspace.ts';
import { openByKeys } from '../../fixtures/vault-by-keys.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';

/** What use cases of exchange work with. */
export const exchangeOf = (vault: OpenVault): Exchange => ({
  vault,
  work: workspaceOf({ vault, clock: systemClock, random: systemRandom }),
});

/** Opens a vault as the app does: leftovers of what was cut off go. */
export const openAfterwards = (dir: string, keys: VaultKeys): Exchange & { readonly vault: OpenVault } => {
  const vault = openByKeys(vaultDeps, dir, keys);
  const exchange = { ...exchangeOf(vault), vault };
  discardUnfinished(exchange.work);
  removeUnfinishedExports(exchange.work);
  abandonUnwritten(vault);
  removeIncoming(vault);
  return exchange;
};

/** Takes a package in; `ok`, or the code by which it was held or failed. */
export const takePackage = async (exchange: Exchange, path: string): Promise<string> => {
  const inspected = await inspect(exchange, [path]);
  if (!inspected.ok) return inspected.error.code;
  if (inspected.value.held !== null) return inspected.value.held;
  const taken = await takeIn(exchange, inspected.value.inspectionId, false);
  return taken.ok ? 'ok' : taken.error.code;
};

/** Number of files that are not complete. */
export const incompleteFiles = ({ records }: Pick<OpenVault, 'records'>): unknown =>
  records.$client.prepare('SELECT count(*) FROM attachments WHERE complete = 0').pluck().get();
