import type { BackendStart, LockReason, ToBackend, ToMain } from '@shared/contract/control.ts';
import type { BackendEvent, Response } from '@shared/contract/method.ts';
import type { Clock, Random } from '@shared/kernel/ports.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { firstCalls } from './first-calls.ts';
import { createConfirmations } from './rpc/confirmations.ts';
import type { CallContext } from './rpc/context.ts';
import { exceptionTrace } from './rpc/exception-to-error.ts';
import { createFileTokens } from './rpc/file-tokens.ts';
import { createHost } from './rpc/host.ts';
import { createIdleClock } from './rpc/idle-clock.ts';
import { createLater } from './rpc/later.ts';
import type { Log } from './rpc/log.ts';
import { createPreferencesStore } from './rpc/preferences.ts';
import { type Calls, createServer, nothingTyped } from './rpc/server.ts';
import { createSession } from './rpc/session.ts';
import type { OpenVault } from './vault/vault.ts';
import { createVaultDesk } from './vault/vault-desk.ts';

/** The backend's end of the channel to a page, or to a window of confirmation. */
export interface PagePort {
  readonly postMessage: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly close: () => void;
}

export interface BackendParts {
  readonly send: (message: ToMain) => void;
  /** Ends this process. */
  readonly exit: () => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

export interface Backend {
  /** Takes a message of the main process; `port` comes with `page` and `confirmation`. */
  readonly receive: (message: ToBackend, port: PagePort | undefined) => void;
}

/** How long a page may take to send what was typed last, in milliseconds. */
const saveGrace = 300;
/** How long to wait for the main process to hear of the lock, in milliseconds. */
const endGrace = 500;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One run of the backend, ready for messages of the main process; knows nothing of Electron. */
export const createBackend = (start: BackendStart, parts: BackendParts): Backend => {
  let page: PagePort | undefined;
  let endTimer: ReturnType<typeof setTimeout> | undefined;
  const emit = (event: BackendEvent): void => page?.postMessage(event);
  const later = createLater(async () => (await import('./capabilities.ts')).capabilities);
  const host = createHost(parts.send);
  const preferences = createPreferencesStore(start.userDataFolder);
  const confirmations = createConfirmations({
    send: parts.send,
    verify: async (passphrase) => (await later.load()).verifyAgain(context, passphrase),
    checkChosen: async (chosen) => (await later.load()).checkChosen(context, chosen),
  });
  const session = createSession<OpenVault>({
    send: parts.send,
    emit,
    settle: () => settle(),
    leave: (vault, reason) => {
      confirmations.cancel();
      later.loaded()?.leaveVault(vault, parts.clock, reason);
    },
    createIdleClock: (events) => createIdleClock({ wall: parts.clock.now, monotonic: () => performance.now() }, events),
    end: () => {
      endTimer = setTimeout(parts.exit, endGrace);
    },
  });
  const context: CallContext = {
    get vault() {
      const vault = session.vault();
      if (vault === undefined) throw new Error('no vault is open');
      return vault;
    },
    session,
    enter: async (vaultId, vault) => {
      try {
        const { enterVault } = await later.load();
        const entered = await enterVault(context, vaultId, vault);
        if (!entered.ok) vault.close();
        return entered;
      } catch (thrown) {
        vault.close();
        throw thrown;
      }
    },
    desk: createVaultDesk(start, parts.clock, parts.random),
    preferences: {
      get: preferences.get,
      set: async (change) => {
        const next = await preferences.set(change);
        if (next.ok) parts.send({ kind: 'preferences', preferences: next.value });
        return next;
      },
    },
    files: createFileTokens(parts.random),
    host,
    clock: parts.clock,
    random: parts.random,
    hold: (run) => server.hold(run),
    emit,
    start,
  };
  void context.desk.unfinishedRestore.removeLeft();
  const server = createServer<CallContext>({
    ...(firstCalls as Calls<CallContext>),
    all: async () => (await later.load()) as Calls<CallContext>,
    context,
    isUnlocked: () => session.vault() !== undefined,
    changed: (areas) => emit({ event: 'changed', areas }),
    after: () => session.vault()?.anchor(),
    confirm: async (call) => {
      const confirmation = await (await later.load()).confirmationOf(call, context);
      if (!confirmation.ok) return confirmation;
      return confirmation.value === null ? ok(nothingTyped) : confirmations.ask(confirmation.value);
    },
    log: parts.log,
    checkOutput: !start.packaged,
  });

  const respond = (port: PagePort, response: Response): void => {
    try {
      port.postMessage(response);
    } catch (thrown) {
      // An answer that cannot be cloned is a bug of its handler.
      parts.log.error(exceptionTrace(thrown));
      port.postMessage({ id: response.id, result: fail('internal') });
    }
  };

  const attach = (port: PagePort): void => {
    page?.close();
    page = port;
    confirmations.cancel();
    port.onMessage(async (message) => {
      const response = await server.handle(message);
      if (response !== null && page === port) respond(port, response);
      // The lock page has what it needs; the rest loads while the passphrase is typed.
      if (server.pending() === 0) later.load().catch(() => undefined);
    });
  };

  /** Lets the page send unsaved text, and running calls end, for a moment. */
  const settle = async (): Promise<void> => {
    confirmations.cancel();
    emit({ event: 'lockSoon' });
    const deadline = performance.now() + saveGrace;
    do await pause(50);
    while (server.pending() > 0 && performance.now() < deadline);
  };

  const lock = async (reason: LockReason): Promise<void> => {
    // The second message answers our own `locking`: the main process knows, nothing is left to do.
    if (endTimer !== undefined) return parts.exit();
    await session.lock(reason);
    parts.exit();
  };

  parts.send({ kind: 'preferences', preferences: preferences.get() });
  return {
    receive: (message, port) => {
      if (message.kind === 'page' && port !== undefined) attach(port);
      else if (message.kind === 'answer') host.answer(message.id, message.answer);
      else if (message.kind === 'confirmation' && port !== undefined) confirmations.attach(message.id, port);
      else if (message.kind === 'confirmationGone') confirmations.gone(message.id);
      else if (message.kind === 'active') session.active();
      else if (message.kind === 'systemIdle') session.systemIdle(message.seconds);
      else if (message.kind === 'askLock') emit({ event: 'lockAsked', leave: message.leave });
      else if (message.kind === 'lock') void lock(message.reason);
    },
  };
};
