import { contract } from '@shared/contract/index.ts';
import type { MethodMap } from '@shared/contract/method.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { transactNotes } from '../db/transact.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { readPlace, writePlace } from '../settings/place-rows.ts';
import { noteEvent } from '../trail/note-event.ts';
import { verifyPassphrase } from '../vault/verify-passphrase.ts';

const needsReauthentication = (method: string): boolean => {
  const methods: MethodMap = contract;
  return Object.hasOwn(methods, method) && methods[method]?.needs.reauthentication === true;
};

/** Calls about the person of an open vault: the passphrase again, where the person was, that the page has drawn. */
export const sessionHandlers = defineHandlers({
  'session.reauthenticate': async ({ passphrase, method }, { vault, desk, reauthentication, clock }) => {
    if (!needsReauthentication(method)) return fail('unknownMethod');
    // Each attempt takes 256 MiB and a thread of the pool: one at a time.
    const verified = await desk.exclusively(() => verifyPassphrase(vault, passphrase));
    if (verified === null) return fail('busy');
    if (verified.ok) return ok({ token: reauthentication.grant(method) });
    if (verified.error.code !== 'wrongPassphrase') return fail('storageFailed');
    noteEvent({ records: vault.records, clock }, { kind: 'passphraseRefused', subject: '' });
    return fail('wrongPassphrase');
  },
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
});
