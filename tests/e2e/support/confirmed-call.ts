import type { RunningApp } from './launch.ts';
import { passphrase } from './probe.ts';

/** Who sits before the windows of confirmation of an application. */
export interface Seated {
  /** True: leaves each window; false: confirms at once, without reading. */
  leaves: boolean;
}

declare global {
  interface Window {
    /** Given by the test: the passphrase, or null to leave. */
    readonly bilikPerson: () => Promise<string | null>;
  }
}

/** Runs in each page before its own scripts: takes the port of a window of confirmation and answers over it. */
const answerAtOnce = (): void => {
  if (window.location.pathname !== '/confirm.html') return;
  const take = async (event: MessageEvent): Promise<void> => {
    const port = event.ports[0];
    if (port === undefined) return;
    event.stopImmediatePropagation();
    const known = await window.bilikPerson();
    if (known === null) port.postMessage({ message: 'cancel' });
    // A press where a press is asked; where it does not do, the passphrase.
    else for (const given of [null, known]) port.postMessage({ message: 'answer', passphrase: given });
  };
  window.addEventListener('message', (event) => void take(event), true);
};

/**
 * Seats somebody before the windows of confirmation who answers at once, over the port alone: for tests that make many
 * calls and are about something else.
 */
export const seatSomebody = async ({ electron }: Pick<RunningApp, 'electron'>): Promise<Seated> => {
  const seated: Seated = { leaves: false };
  const context = electron.context();
  await context.exposeFunction('bilikPerson', () => (seated.leaves ? null : passphrase));
  await context.addInitScript(answerAtOnce);
  return seated;
};
