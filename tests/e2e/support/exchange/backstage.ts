import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { identityToRecipient } from 'age-encryption';
import { openWithIdentity } from '../../../../electron/backend/crypto/age.ts';
import { systemRandom } from '../../../../electron/backend/crypto/random.ts';
import { writeSignedFile } from '../../../../electron/backend/formats/identity/signed-file.ts';
import { writeIdentity } from '../../../../electron/backend/vault/identity.ts';
import { openDatabases } from '../../../../electron/backend/vault/open-databases.ts';
import { createOpenVault, type OpenVault } from '../../../../electron/backend/vault/vault.ts';
import { makeVaultKeys } from '../../../../electron/backend/vault/vault-keys.ts';
import type { Directory } from '../../../../shared/domain/identity/directory.ts';
import { toHex } from '../../../../shared/kernel/bytes.ts';
import { directoryOf } from '../../../fixtures/directory.ts';
import { migratedOnce } from '../../../fixtures/migrated-once.ts';
import { institution } from '../../../fixtures/people/cast.ts';
import { unwrap } from '../../../fixtures/results.ts';
import { callsIn } from '../../../fixtures/vault-calls.ts';
import { vaultDeps } from '../../../fixtures/vault-deps.ts';
import { writable } from '../../../fixtures/writable.ts';
import type { Person, Seat } from './seats.ts';

/** Somebody of whom only the packages come to the window: a real vault, open in this process alone. */
export type Backstage = Seat;

/** Makes such a vault below `folder`. It has no key files: nothing is stretched. */
export const makeBackstage = async (folder: string, name: string, { person, roles }: Person): Promise<Backstage> => {
  const home = join(folder, name);
  const dir = join(home, 'vault');
  await mkdir(dir, { recursive: true });
  const keys = await makeVaultKeys(systemRandom);
  const databases = unwrap(openDatabases({ database: migratedOnce() }, dir, keys, 'create'));
  writeIdentity(vaultDeps, writable(databases.records), { person, roles, institution });
  const vault = createOpenVault({ dir, keys, databases, notices: [] });
  const leave = (): void => {
    if (vault.records.$client.open) vault.close();
  };
  return { person, roles, home, dir, vault, calls: callsIn(home, vault), key: toHex(vault.publicKey), leave };
};

/** What it takes to address somebody: the key in the directory, and that which opens packages. */
export interface Receiver {
  readonly key: string;
  readonly identity: string;
}

/** What others know of a vault, and what opens its packages; to be taken while it is open here. */
export const receiverOf = ({ key, vault }: Pick<Seat, 'key' | 'vault'>): Receiver => ({
  key,
  identity: vault.keys.receivingIdentities[0] ?? '',
});

/** Seals what is due for somebody; paths of the files. */
export const sealFrom = async (
  { calls, home }: Backstage,
  { key }: Pick<Receiver, 'key'>,
  caseId: string,
  change: { readonly again?: boolean; readonly partBytes?: number | null } = {},
): Promise<readonly string[]> => {
  const members = await calls.get('directory.members', {});
  const entryId = members.find(({ keys }) => keys.some((known) => known.key === key))?.entryId ?? '';
  calls.host.folder = home;
  const { files } = await calls.get('exchange.seal', { caseId, entryId, again: false, partBytes: null, ...change });
  return files.map((file) => join(home, file));
};

/** Takes a package in, backstage. Throws with the code by which it is held. */
export const takeBackstage = async ({ calls }: Backstage, paths: readonly string[]): Promise<void> => {
  const fileTokens = paths.map((path) => calls.context.files.issue('file', path));
  const { held, inspectionId } = await calls.get('exchange.inspect', { fileTokens });
  if (held !== null) throw new Error(held);
  await calls.get('exchange.import', { inspectionId });
};

/** The gzip file inside a package. */
export const insideOf = async (bytes: Uint8Array, { identity }: Pick<Receiver, 'identity'>): Promise<Uint8Array> =>
  unwrap(await openInside(bytes, identity));

const openInside = async (bytes: Uint8Array, identity: string) => {
  const opened = await openWithIdentity(bytes, identity);
  return opened.ok ? opened : { ok: false as const, error: { code: opened.error } };
};

/** To whom one seals so that only this vault opens it. */
export const recipientOf = ({ identity }: Pick<Receiver, 'identity'>): Promise<string> => identityToRecipient(identity);

/** The directory as a vault trusts it, saved below `folder`, changed before it is signed by `root` when asked for. */
export const writeDirectory = async (
  folder: string,
  name: string,
  root: OpenVault,
  change?: (directory: Directory) => Directory,
): Promise<string> => {
  const { directory, file } = directoryOf(root);
  const path = join(folder, `${name}.direktori`);
  await writeFile(path, change === undefined ? file : writeSignedFile('directory', change(directory), root));
  return path;
};
