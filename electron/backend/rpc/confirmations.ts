import { type Confirmation, type FromConfirmation, toConfirmation } from '@shared/contract/confirmation.ts';
import type { ToMain } from '@shared/contract/control.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { nothingTyped, type Typed } from './server.ts';

/** The backend's end of the channel to a window of confirmation. */
export interface ConfirmationPort {
  readonly postMessage: (message: FromConfirmation) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly close: () => void;
}

type Refusal = Extract<FromConfirmation, { readonly message: 'refused' }>['code'];

export interface ConfirmationParts {
  readonly send: (message: Extract<ToMain, { readonly kind: 'confirm' | 'confirmed' }>) => void;
  /** Looks whether this is the passphrase of the open vault. */
  readonly verify: (passphrase: string) => Promise<Result<null, AppError<Refusal>>>;
  /** Looks whether a passphrase that is chosen is strong enough. */
  readonly checkChosen: (chosen: string) => Promise<Result<null, AppError<Refusal>>>;
}

/** Asks the person in a window of its own, one call at a time. */
export interface Confirmations {
  /** Shows what is to be confirmed; gives what was typed when the person has answered, or can no longer do so. */
  readonly ask: (confirmation: Confirmation) => Promise<Result<Typed, AppError<'notConfirmed' | 'busy'>>>;
  /** Takes the port to the window that was asked for by this id. */
  readonly attach: (id: number, port: ConfirmationPort) => void;
  /** The window of this id has gone. */
  readonly gone: (id: number) => void;
  /** Nobody waits for an answer any more: the page that called has gone. */
  readonly cancel: () => void;
}

interface Open {
  readonly id: number;
  readonly confirmation: Confirmation;
  readonly settle: (result: Result<Typed, AppError<'notConfirmed'>>) => void;
  port?: ConfirmationPort;
}

/** Keeps the one confirmation that is open. */
export const createConfirmations = ({ send, verify, checkChosen }: ConfirmationParts): Confirmations => {
  let open: Open | undefined;
  let lastId = 0;

  const settle = (asked: Open, typed: Typed | null): void => {
    if (open !== asked) return;
    open = undefined;
    asked.port?.close();
    send({ kind: 'confirmed', id: asked.id });
    asked.settle(typed === null ? fail('notConfirmed') : ok(typed));
  };

  /** The right passphrase, and a strong one where one is chosen; that of a certificate file its reader judges. */
  const check = async ({ confirmation }: Open, { passphrase, chosen }: Typed) => {
    const verified = passphrase === null ? fail('wrongPassphrase' as const) : await verify(passphrase);
    const { chooses } = confirmation;
    if (!verified.ok || chooses === null || chooses === 'certificate') return verified;
    return chosen === null ? fail('weakPassphrase' as const) : checkChosen(chosen);
  };

  /** A press where a press is asked; otherwise the right passphrase, and nothing less. */
  const judge = async (asked: Open, { passphrase, chosen }: Typed): Promise<void> => {
    const { kind, chooses } = asked.confirmation;
    if (kind === 'press') return settle(asked, passphrase === null ? nothingTyped : null);
    const typed = { passphrase, chosen: chooses === null ? null : chosen };
    const checked = await check(asked, typed);
    if (checked.ok) settle(asked, typed);
    else if (open === asked) asked.port?.postMessage({ message: 'refused', code: checked.error.code });
  };

  const receive = (asked: Open, port: ConfirmationPort, message: unknown): void => {
    const read = toConfirmation.safeParse(message);
    if (!read.success || open !== asked) return;
    if (read.data.message === 'get') port.postMessage({ message: 'shown', confirmation: asked.confirmation });
    else if (read.data.message === 'cancel') settle(asked, null);
    else void judge(asked, read.data);
  };

  return {
    ask: (confirmation) => {
      if (open !== undefined) return Promise.resolve(fail('busy'));
      return new Promise((resolve) => {
        open = { id: ++lastId, confirmation, settle: resolve };
        send({ kind: 'confirm', id: open.id });
      });
    },
    attach: (id, port) => {
      if (open?.id !== id || open.port !== undefined) {
        port.close();
        return;
      }
      const asked = open;
      asked.port = port;
      port.onMessage((message) => receive(asked, port, message));
    },
    gone: (id) => {
      if (open?.id === id) settle(open, null);
    },
    cancel: () => {
      if (open !== undefined) settle(open, null);
    },
  };
};
