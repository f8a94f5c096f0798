import { ok } from '@shared/kernel/result.ts';
import { transactNotes } from '../db/transact.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { readPlace, writePlace } from '../settings/place-rows.ts';

/** Calls about the person of an open vault: where the person was, what its page says of itself. */
export const sessionHandlers = defineHandlers({
  'session.getPlace': (_input, { vault }) => ok(readPlace(vault.notes)),
  'session.setPlace': (place, { vault }) =>
    transactNotes(vault.notes, (tx) => {
      writePlace(tx, place);
      return ok({});
    }),
  'session.drawn': (_input, { session }) => {
    session.drawn();
    return ok({});
  },
  'session.answerLock': ({ answer }, { session }) => {
    session.answerLock(answer);
    return ok({});
  },
});
