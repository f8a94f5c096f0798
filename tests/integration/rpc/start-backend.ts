import { join } from 'node:path';
import { createBackend, type PagePort } from '../../../electron/backend/backend.ts';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import type { LogEntry } from '../../../electron/backend/rpc/log.ts';
import type { FromConfirmation } from '../../../shared/contract/confirmation.ts';
import type { Answer, ToMain } from '../../../shared/contract/control.ts';
import type { BackendEvent, Response } from '../../../shared/contract/method.ts';
import { copyFilesOutside } from '../../fixtures/copy-files.ts';
import { databaseDeps, temporaryFolder } from '../../fixtures/database-deps.ts';
import { copyOfVault, passphrase } from '../../fixtures/made-vault.ts';

/** What a backend said. */
export interface Heard {
  readonly toMain: ToMain[];
  readonly events: BackendEvent[];
  readonly logged: LogEntry[];
  exits: number;
}

/** The window of confirmation, as its page sees it. */
export interface ConfirmWindow {
  /** What the backend said to it. */
  readonly heard: FromConfirmation[];
  readonly say: (message: unknown) => void;
  readonly isClosed: () => boolean;
}

const openPort = (): ConfirmWindow & { readonly port: PagePort } => {
  const heard: FromConfirmation[] = [];
  let listener: (message: unknown) => void = () => undefined;
  let closed = false;
  return {
    heard,
    say: (message) => {
      if (!closed) listener(structuredClone(message));
    },
    isClosed: () => closed,
    port: {
      postMessage: (message) => heard.push(structuredClone(message) as FromConfirmation),
      onMessage: (listen) => {
        listener = listen;
      },
      close: () => {
        closed = true;
      },
    },
  };
};

/**
 * A backend with a page attached and a main process that answers questions with `answers`. Nobody sits before a window
 * of confirmation, unless `person` is told of it.
 */
export const start = (answers: Partial<Record<string, Answer>> = {}, person?: (id: number) => void) => {
  const folder = temporaryFolder();
  const heard: Heard = { toMain: [], events: [], logged: [], exits: 0 };
  const pending = new Map<number, (result: Response['result']) => void>();
  const backend = createBackend(
    {
      appVersion: '0.0.0',
      userDataFolder: join(folder, 'profile'),
      documentsFolder: join(folder, 'documents'),
      resourcesFolder: databaseDeps.resourcesFolder,
      packaged: false,
    },
    {
      send: (message) => {
        heard.toMain.push(message);
        if (message.kind === 'confirm') {
          if (person === undefined)
            queueMicrotask(() => backend.receive({ ...message, kind: 'confirmationGone' }, undefined));
          else person(message.id);
        }
        if (message.kind !== 'ask') return;
        const { question } = message;
        const copied = (): Answer =>
          question.kind === 'copyFiles'
            ? { ok: true, value: copyFilesOutside(question.value) }
            : { ok: false, code: 'failed' };
        const answer = answers[question.kind] ?? copied();
        queueMicrotask(() => backend.receive({ kind: 'answer', id: message.id, answer }, undefined));
      },
      exit: () => {
        heard.exits += 1;
      },
      clock: systemClock,
      random: systemRandom,
      log: { error: (entry) => heard.logged.push(entry) },
    },
  );
  let toBackend: (message: unknown) => void = () => undefined;
  let lastId = 0;
  const said: unknown[] = [];
  const port = (): PagePort => ({
    postMessage: (message) => {
      said.push(message);
      if (typeof message === 'object' && message !== null && 'event' in message)
        heard.events.push(message as BackendEvent);
      else pending.get((message as Response).id)?.((message as Response).result);
    },
    onMessage: (listener) => {
      toBackend = listener;
    },
    close: () => undefined,
  });
  /** Attaches a page: the first, or one in the place of another. */
  const attach = (): void => backend.receive({ kind: 'page' }, port());
  attach();
  /** Says something to the backend as a page does: what it changes afterwards does not reach the backend. */
  const say = (message: unknown): void => toBackend(structuredClone(message));
  const call = (method: string, input: unknown): Promise<Response['result']> =>
    new Promise((resolve) => {
      const id = ++lastId;
      pending.set(id, resolve);
      say({ id, method, input });
    });
  /** Opens the window of a confirmation. */
  const openConfirmation = (id: number): ConfirmWindow => {
    const window = openPort();
    backend.receive({ kind: 'confirmation', id }, window.port);
    return window;
  };
  return { backend, heard, said, call, say, attach, openConfirmation, folder };
};

/** The value of an answer; throws when the call failed. */
export const good = <T>(result: Response['result']): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value as T;
};

/** Kinds of the messages to the main process, in order. */
export const kinds = ({ toMain }: Heard): string[] => toMain.map(({ kind }) => kind);

/** A backend in which a copy of the sample vault is open. */
export const startUnlocked = async (person?: (id: number) => void) => {
  const dir = await copyOfVault();
  const started = start({ chooseFolder: { ok: true, value: dir } }, person);
  const { token } = good<{ token: string }>(await started.call('dialog.chooseFolder', { purpose: 'openVault' }));
  const { vaultId } = good<{ vaultId: string }>(await started.call('vault.add', { folderToken: token }));
  good(await started.call('vault.unlock', { vaultId, passphrase }));
  return { ...started, dir, vaultId };
};
