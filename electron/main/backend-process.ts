import {
  type Answer,
  type BackendStart,
  type Leave,
  type LockAnswer,
  type LockReason,
  letsSave,
  type Question,
  type ShellPreferences,
  type ToBackend,
  type ToMain,
} from '@shared/contract/control.ts';
import { type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { Asker } from './confirmation.ts';
import type { Seen } from './presence.ts';

/**
 * How long the backend may take to close its databases when it is told to lock, in milliseconds. Asked for by a person,
 * the page saves before what was typed last.
 */
const lockGrace = { asked: 900, sudden: 300 } as const;

/** What the main process wants to hear of one backend process. */
export interface BackendEvents {
  /** The process runs. */
  readonly spawned: () => void;
  readonly preferences: (preferences: ShellPreferences) => void;
  readonly unlocked: () => void;
  readonly drawn: () => void;
  readonly locking: (reason: LockReason) => void;
  /** The page has answered `askLock`. */
  readonly lockAnswered: (answer: LockAnswer) => void;
  /** A call is to be confirmed in a window of its own. */
  readonly confirm: (id: number) => void;
  /** That window is to go. */
  readonly confirmed: (id: number) => void;
  readonly ask: (question: Question) => Promise<Answer>;
  /** The process has ended, asked for or not. */
  readonly ended: () => void;
}

/** One run of the backend. */
export interface BackendProcess extends Asker {
  /** Process id, undefined before it runs and after it has ended. */
  readonly pid: () => number | undefined;
  readonly attachPage: (port: MessagePortMain) => void;
  /** Passes on what was seen of a person. */
  readonly tell: (seen: Seen) => void;
  /** Has the page asked before the person leaves; `lockAnswered` tells what it says, if it says anything. */
  readonly askLock: (leave: Leave) => void;
  /** Tells the backend to close its databases and end; kills it when it does not. Settles when it has ended. */
  readonly end: (reason: LockReason) => Promise<void>;
}

/** Variables that the backend needs of its surroundings; nothing else is passed on. */
const passedVariables = ['LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'HOME', 'USERPROFILE'];

const minimalEnvironment = (packaged: boolean): Record<string, string> => {
  const names = packaged
    ? passedVariables
    : [...passedVariables, ...Object.keys(process.env).filter((name) => name.startsWith('BILIK_'))];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
};

/** Starts the backend as a utility process. */
export const startBackend = (file: string, start: BackendStart, events: BackendEvents): BackendProcess => {
  const child = utilityProcess.fork(file, [], {
    serviceName: 'Bilik backend',
    env: minimalEnvironment(start.packaged),
    cwd: start.userDataFolder,
    stdio: start.packaged ? 'ignore' : 'inherit',
  });
  const send = (message: ToBackend, ports: MessagePortMain[] = []): void => child.postMessage(message, ports);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(events.ended);
  child.once('spawn', events.spawned);
  child.on('message', (message: ToMain) => receive(message, events, send));
  send({ kind: 'start', start });
  return {
    pid: () => child.pid,
    attachPage: (port) => send({ kind: 'page' }, [port]),
    tell: send,
    askLock: (leave) => send({ kind: 'askLock', leave }),
    attachConfirmation: (id, port) => send({ kind: 'confirmation', id }, [port]),
    confirmationGone: (id) => send({ kind: 'confirmationGone', id }),
    end: (reason) => endWithin(child, reason, () => send({ kind: 'lock', reason }), ended),
  };
};

const receive = (message: ToMain, events: BackendEvents, send: (message: ToBackend) => void): void => {
  if (message.kind === 'preferences') events.preferences(message.preferences);
  else if (message.kind === 'unlocked') events.unlocked();
  else if (message.kind === 'drawn') events.drawn();
  else if (message.kind === 'confirm') events.confirm(message.id);
  else if (message.kind === 'confirmed') events.confirmed(message.id);
  else if (message.kind === 'lockAnswered') events.lockAnswered(message.answer);
  else if (message.kind === 'locking') events.locking(message.reason);
  else {
    const { id } = message;
    events.ask(message.question).then(
      (answer) => send({ kind: 'answer', id, answer }),
      () => send({ kind: 'answer', id, answer: { ok: false, code: 'failed' } }),
    );
  }
};

const endWithin = async (
  child: UtilityProcess,
  reason: LockReason,
  ask: () => void,
  ended: Promise<void>,
): Promise<void> => {
  ask();
  const killer = setTimeout(
    () => {
      // A busy thread would not notice anything gentler.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
    lockGrace[letsSave(reason) ? 'asked' : 'sudden'],
  );
  await ended;
  clearTimeout(killer);
};
