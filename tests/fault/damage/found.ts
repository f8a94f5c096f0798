import { isUnreadable, sqliteCode } from '../../../electron/backend/db/storage-error.ts';
import { checkWhole } from '../../../electron/backend/integrity/check-whole.ts';
import { closeDatabases, openDatabases } from '../../../electron/backend/vault/open-databases.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';
import type { MadeVault } from './made.ts';

const never = new AbortController().signal;

/** What a person is told of a vault: why it does not open, or what a check of everything finds; none: it is whole. */
export const toldOf = async ({ dir, keys }: MadeVault): Promise<readonly string[]> => {
  const opened = openDatabases(vaultDeps, dir, structuredClone(keys), 'open');
  if (!opened.ok) return [opened.error.code];
  try {
    const found = await checkWhole(opened.value, never, () => undefined);
    return found.map(({ file, code }) => `${file} ${code}`);
  } catch (thrown) {
    // A check says what it cannot read; it never ends in an exception.
    return [`thrown: ${isUnreadable(sqliteCode(thrown) ?? '') ? 'unreadable' : String(thrown)}`];
  } finally {
    closeDatabases(opened.value);
  }
};
