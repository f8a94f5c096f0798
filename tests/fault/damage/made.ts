import { storeBytes } from '../../../electron/backend/attachments/store-bytes.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { transactRecords } from '../../../electron/backend/db/transact.ts';
import { openDatabases } from '../../../electron/backend/vault/open-databases.ts';
import { createOpenVault, type OpenVault } from '../../../electron/backend/vault/vault.ts';
import { makeVaultKeys, type VaultKeys } from '../../../electron/backend/vault/vault-keys.ts';
import { roles } from '../../../shared/domain/identity/person.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { callsOn, nameVault } from '../../fixtures/calls.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { assessor } from '../../fixtures/people/cast.ts';
import { unwrap } from '../../fixtures/results.ts';
import { vaultDeps } from '../../fixtures/vault-deps.ts';

/** A vault known by its keys, without key files: what closes it wipes a copy of them. */
export interface MadeVault {
  readonly dir: string;
  readonly keys: VaultKeys;
}

/** Opens it. Throws where it cannot be opened. */
export const openMade = ({ dir, keys }: MadeVault, mode: 'create' | 'open' = 'open'): OpenVault => {
  const own = structuredClone(keys);
  return createOpenVault({ dir, keys: own, databases: unwrap(openDatabases(vaultDeps, dir, own, mode)), notices: [] });
};

/** Makes an empty vault of an assessor. */
export const makeVault = async (): Promise<MadeVault> => {
  const made = { dir: temporaryFolder(), keys: await makeVaultKeys(systemRandom) };
  const vault = openMade(made, 'create');
  nameVault(vault, assessor, [...roles]);
  vault.close();
  return made;
};

const doc = (text: string): string =>
  JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });

/** Work that touches many pages of both databases: settings, notes, files. `round` stands in all that it writes. */
export const workIn = async (vault: OpenVault, round: string): Promise<void> => {
  const calls = callsOn(vault);
  for (let index = 0; index < 12; index += 1) {
    await calls.get('settings.set', await calls.get('settings.get', {}));
    const note = { noteId: null, caseId: null, title: `${round} ${index}`, attachmentIds: [] };
    await calls.get('notes.save', { ...note, content: doc(`catatan ${round} `.repeat(100)) });
    const bytes = Buffer.alloc(12_000, `${round} ${index} `);
    const kept = { caseId: null, name: `${round}-${index}.txt`, mediaType: 'text/plain', bytes };
    unwrap(transactRecords(vault.records, (tx) => ok(storeBytes(vaultDeps, tx, kept))));
  }
  vault.anchor();
};
