import { type LockAnswer, type LockReason, letsSave, type ToMain } from '@shared/contract/control.ts';
import type { BackendEvent } from '@shared/contract/method.ts';
import type { IdleClock } from './idle-clock.ts';

/** What a session needs to know of an open vault. */
export interface Closable {
  /** Closes the databases and wipes the keys. */
  readonly close: () => void;
}

/** One stay in one vault: from unlock until the end of this process. */
export interface Session<Vault> {
  readonly vault: () => Vault | undefined;
  /** Entry of the open vault in the list of known vaults. */
  readonly vaultId: () => string | undefined;
  /**
   * Something secret is shown while no vault is open yet: the code of a new vault. From now on a person's absence and a
   * clock that is set lock as in an open vault.
   */
  readonly watch: () => void;
  /** A vault is open: from now on calls that need one are answered, and the window shows the app. */
  readonly begin: (vaultId: string, vault: Vault) => void;
  /**
   * Closes the vault and ends this process. Asked for by the person, it lets the page save what was typed
   * last; for any other reason, or asked again meanwhile, it does so at once.
   */
  readonly lock: (reason: LockReason) => Promise<void>;
  /** The page of the open vault has drawn. */
  readonly drawn: () => void;
  /** The page answers whether the vault may lock now. */
  readonly answerLock: (answer: LockAnswer) => void;
  /** A person is there, as the main process sees it. */
  readonly active: () => void;
  /** For how long nobody has touched the computer, as the system says. */
  readonly systemIdle: (seconds: number) => void;
  /** Minutes without a person after which the vault locks. */
  readonly setIdleMinutes: (minutes: number) => void;
}

export interface SessionParts<Vault> {
  readonly send: (message: ToMain) => void;
  readonly emit: (event: BackendEvent) => void;
  readonly createIdleClock: (events: {
    lock: (reason: LockReason) => void;
    warn: (secondsLeft: number) => void;
  }) => IdleClock;
  /** Lets the page send unsaved text, and running calls end, for a moment. */
  readonly settle: () => Promise<void>;
  /** The last that is done in a vault before it closes. */
  readonly leave: (vault: Vault, reason: LockReason) => void;
  /** Ends the process once the main process has heard of the lock. */
  readonly end: () => void;
}

/** Starts locked; a vault opens at most once in the life of the process. */
export const createSession = <Vault extends Closable>(parts: SessionParts<Vault>): Session<Vault> => {
  let open: { readonly vaultId: string; readonly vault: Vault } | undefined;
  let settling = false;
  let ending = false;
  let timer: ReturnType<typeof setInterval> | undefined;

  const leaveAndClose = (vault: Vault, reason: LockReason): void => {
    try {
      parts.leave(vault, reason);
    } finally {
      vault.close();
    }
  };

  const close = (reason: LockReason): void => {
    if (ending) return;
    ending = true;
    clearInterval(timer);
    parts.send({ kind: 'locking', reason });
    const vault = open?.vault;
    open = undefined;
    try {
      if (vault !== undefined) leaveAndClose(vault, reason);
    } finally {
      parts.end();
    }
  };

  const lock = async (reason: LockReason): Promise<void> => {
    if (open !== undefined && letsSave(reason) && !settling) {
      settling = true;
      await parts.settle();
    }
    close(reason);
  };

  const idle = parts.createIdleClock({
    lock: (reason) => void lock(reason),
    warn: (secondsLeft) => parts.emit({ event: 'idleWarning', secondsLeft }),
  });

  const watch = (): void => {
    clearInterval(timer);
    idle.begin();
    timer = setInterval(idle.tick, 1000);
  };
  /** Passes on what is seen of a person while that is watched. */
  const whileWatched =
    <Seen extends readonly unknown[]>(tell: (...seen: Seen) => void) =>
    (...seen: Seen): void => {
      if (timer !== undefined && !ending) tell(...seen);
    };

  return {
    vault: () => open?.vault,
    vaultId: () => open?.vaultId,
    watch: () => {
      if (!ending) watch();
    },
    begin: (vaultId, vault) => {
      if (ending || open !== undefined) {
        vault.close();
        return;
      }
      open = { vaultId, vault };
      watch();
      parts.send({ kind: 'unlocked' });
    },
    lock,
    drawn: () => parts.send({ kind: 'drawn' }),
    answerLock: (answer) => parts.send({ kind: 'lockAnswered', answer }),
    active: whileWatched(idle.active),
    systemIdle: whileWatched(idle.systemIdle),
    setIdleMinutes: idle.setLimit,
  };
};
