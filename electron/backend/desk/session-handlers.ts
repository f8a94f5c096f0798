import { basename } from 'node:path';
import { contract } from '@shared/contract/index.ts';
import type { MethodMap } from '@shared/contract/method.ts';
import { placeSchema } from '@shared/contract/session.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { eq } from 'drizzle-orm';
import { places } from '../db/notes-schema.ts';
import { transactNotes } from '../db/transact.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { noteEvent } from '../trail/note-event.ts';
import { readIdentity } from '../vault/identity.ts';
import { verifyPassphrase } from '../vault/verify-passphrase.ts';

const lastPlace = 'last';

const needsReauthentication = (method: string): boolean => {
  const methods: MethodMap = contract;
  return Object.hasOwn(methods, method) && methods[method]?.needs.reauthentication === true;
};

const unlockedInfo = ({ session }: CallContext) => {
  const vault = session.vault();
  const vaultId = session.vaultId();
  if (vault === undefined || vaultId === undefined) return null;
  const { person, roles, institution } = readIdentity(vault.records);
  return {
    vaultId,
    label: basename(vault.dir),
    person,
    roles: [...roles],
    institution,
    keyFingerprint: vault.keyFingerprint,
  };
};

/** Calls about who is at work, how the window looks and where in the app the person was. */
export const sessionHandlers = defineHandlers({
  'session.get': (_input, context) => {
    const { language, colorScheme } = context.preferences.get();
    return ok({
      unlocked: unlockedInfo(context),
      preferences: { language, colorScheme },
      appVersion: context.start.appVersion,
    });
  },
  'session.setPreferences': (input, { preferences }) => {
    preferences.set(input);
    return ok({});
  },
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
  'session.getPlace': (_input, { vault }) => {
    const row = vault.notes.select().from(places).where(eq(places.key, lastPlace)).get();
    const place = placeSchema.safeParse(row?.json);
    return ok(place.success ? place.data : null);
  },
  'session.setPlace': (json, { vault }) =>
    transactNotes(vault.notes, (tx) => {
      tx.insert(places)
        .values({ key: lastPlace, json })
        .onConflictDoUpdate({ target: places.key, set: { json } })
        .run();
      return ok({});
    }),
  'session.active': (_input, { session }) => {
    session.active();
    return ok({});
  },
});
