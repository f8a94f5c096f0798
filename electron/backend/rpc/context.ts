import type { BackendStart } from '@shared/contract/control.ts';
import type { BackendEvent } from '@shared/contract/method.ts';
import type { Clock, Random } from '@shared/kernel/ports.ts';
import type { AppError, Result } from '@shared/kernel/result.ts';
import type { OpenVault } from '../vault/vault.ts';
import type { VaultDesk } from '../vault/vault-desk.ts';
import type { FileTokens } from './file-tokens.ts';
import type { Host } from './host.ts';
import type { PreferencesStore } from './preferences.ts';
import type { Session } from './session.ts';

/** What every handler may use. */
export interface CallContext {
  /** The open vault. Throws when none is open: only for methods that need one. */
  readonly vault: OpenVault;
  /** No call of a page makes a person present: that the main process says alone. */
  readonly session: Omit<Session<OpenVault>, 'active' | 'systemIdle'>;
  /**
   * Begins the session of a vault that has just been opened; when that fails, closes the vault. `identityUnended`:
   * another identity of it could not be told yet.
   */
  readonly enter: (vaultId: string, vault: OpenVault) => Promise<Result<null, AppError<'identityUnended'>>>;
  /** Vaults as a whole: the list of known ones, the one just made. */
  readonly desk: VaultDesk;
  readonly preferences: PreferencesStore;
  readonly files: FileTokens;
  /** Dialogs and printing, done by the main process. */
  readonly host: Host;
  readonly clock: Clock;
  readonly random: Random;
  /** Runs `run` while no further call on the open vault is begun: they wait until it has ended. */
  readonly hold: <T>(run: () => Promise<T>) => Promise<T>;
  /** Sends an event to the page. */
  readonly emit: (event: BackendEvent) => void;
  readonly start: BackendStart;
}
