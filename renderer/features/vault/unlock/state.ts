import type { Language, TextTree } from '@shared/i18n/index.ts';
import type { Failure } from '../../../lib/failure-text.ts';
import type { Preferences } from '../../../lib/preferences.tsx';
import type { CallResult, RpcClient } from '../../../lib/rpc/client.ts';
import type { LaterView } from '../LaterPage.tsx';
import type { VaultEntry } from '../parts.ts';

/** What the unlock page is made of; handed in by its entry. */
export interface UnlockParts {
  readonly texts: Readonly<Record<Language, TextTree>>;
  readonly preferences: Preferences;
  readonly version: string;
  /** False at the first start: the page welcomes. */
  readonly knowsVaults: boolean;
  /** Why the page is shown: a lock reason, or null at the start. */
  readonly reason: string | null;
  /** Comes with the port; calls wait for the backend by themselves. */
  readonly rpc: Promise<RpcClient>;
  /** Draws one of the later pages; resolves to what takes it away again. */
  readonly drawLater: (
    element: HTMLElement,
    preferences: Preferences,
    first: LaterView,
    onUnlock: (preferences: Preferences) => void,
  ) => Promise<() => void>;
}

/** All that the page shows depends on this. */
export interface UnlockState {
  readonly preferences: Preferences;
  /** Null until the backend has answered. */
  readonly list: CallResult<'vault.list'> | null;
  readonly chosenId: string | null;
  /** The vault is being opened, or will be once the backend is there. */
  readonly busy: boolean;
  /** A file or folder is being chosen. */
  readonly choosing: boolean;
  readonly forgetting: boolean;
  /** Why the vault did not open. */
  readonly failure: Failure | null;
  /** Why something beside the form failed. */
  readonly sideFailure: Failure | null;
  /** A later page covers the field. */
  readonly later: boolean;
}

/** The vault that the passphrase is for: the one chosen, else the one opened last, else the first. */
export const chosenVault = ({ list, chosenId }: UnlockState): VaultEntry | null => {
  if (list === null || !list.ok) return null;
  const { vaults, lastVaultId } = list.value;
  const byId = (id: string | null) => vaults.find(({ vaultId }) => vaultId === id);
  return byId(chosenId) ?? byId(lastVaultId) ?? vaults[0] ?? null;
};

/** What the drawn parts of the page can ask for. */
export interface UnlockActions {
  readonly choose: (vaultId: string) => void;
  /** Leaves a vault on the list after all. */
  readonly keep: () => void;
  readonly forget: (vault: VaultEntry) => void;
  readonly reload: () => void;
}
