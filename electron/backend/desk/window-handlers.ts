import { basename } from 'node:path';
import { readableFileName } from '@shared/kernel/hidden-signs.ts';
import { ok } from '@shared/kernel/result.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { readIdentity } from '../vault/identity.ts';

const unlockedInfo = ({ session }: CallContext) => {
  const vault = session.vault();
  const vaultId = session.vaultId();
  if (vault === undefined || vaultId === undefined) return null;
  const { person, roles, institution } = readIdentity(vault.records);
  return {
    vaultId,
    label: readableFileName(basename(vault.dir)),
    person,
    roles: [...roles],
    institution,
    keyFingerprint: vault.keyFingerprint,
  };
};

/** Calls of every page: who is at work, and how the window looks. */
export const windowHandlers = defineHandlers({
  'session.get': (_input, context) => {
    const { language, colorScheme } = context.preferences.get();
    return ok({
      unlocked: unlockedInfo(context),
      preferences: { language, colorScheme },
      appVersion: context.start.appVersion,
    });
  },
  'session.setPreferences': async (input, { preferences }) => {
    const set = await preferences.set(input);
    return set.ok ? ok({}) : set;
  },
});
