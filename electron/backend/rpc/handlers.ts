import { defineHandlers } from './define-handlers.ts';
import { dialogHandlers } from './dialog-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';

/** Handlers of every capability, one line each. */
export const allHandlers = defineHandlers({
  ...sessionHandlers,
  ...dialogHandlers,
});
