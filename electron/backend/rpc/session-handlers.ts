import { ok } from '@shared/kernel/result.ts';
import { defineHandlers } from './define-handlers.ts';

/** Calls about who is at work and how the window looks. */
export const sessionHandlers = defineHandlers({
  'session.active': (_input, { session }) => {
    session.active();
    return ok({});
  },
  'vault.lock': (_input, { session }) => {
    session.lock('requested');
    return ok({});
  },
});
