import { createHash } from 'node:crypto';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createVault } from '../../../../electron/backend/vault/create-vault.ts';
import { createKnownVaults } from '../../../../electron/backend/vault/known-vaults.ts';
import type { OpenVault } from '../../../../electron/backend/vault/vault.ts';
import type { PersonInput, Role } from '../../../../shared/domain/identity/person.ts';
import { toHex } from '../../../../shared/kernel/bytes.ts';
import { foundDirectory } from '../../../fixtures/directory.ts';
import { madeOnce } from '../../../fixtures/made-once.ts';
import { institution } from '../../../fixtures/people/cast.ts';
import { unwrap } from '../../../fixtures/results.ts';
import { openByKeys, readKeys, writeKeys } from '../../../fixtures/vault-by-keys.ts';
import { type Calls, callsIn } from '../../../fixtures/vault-calls.ts';
import { vaultDeps } from '../../../fixtures/vault-deps.ts';
import { passphrase, vaultLabel } from '../probe.ts';

/** Who takes part, and as what. */
export interface Person {
  readonly person: PersonInput;
  readonly roles: readonly Role[];
}

/**
 * Someone's computer: a home as `launchApp` takes it, with a profile that knows one vault. The vault was made without a
 * window and stays open in this process until `leave`; after that the application may open it.
 */
export interface Seat extends Person {
  readonly home: string;
  /** Folder of the vault. */
  readonly dir: string;
  readonly vault: OpenVault;
  /** Calls as a window makes them, while the vault is open here. */
  readonly calls: Calls;
  /** Key of the vault, hexadecimal. */
  readonly key: string;
  /** Closes the vault here. */
  readonly leave: () => void;
}

const keysFile = 'keys.json';

/** A vault of somebody, made once in a run: the passphrase is stretched for real, which takes a second. */
const vaultOf = ({ person, roles }: Person): Promise<string> => {
  const name = createHash('sha256')
    .update(JSON.stringify([person, roles]))
    .digest('hex')
    .slice(0, 16);
  return madeOnce(`seat-${name}`, async (folder) => {
    const made = await createVault(vaultDeps, {
      dir: join(folder, vaultLabel),
      passphrase,
      person,
      roles,
      institution,
    });
    const { vault } = unwrap(made);
    writeKeys(join(folder, keysFile), vault.keys);
    vault.close();
  });
};

/** Opens the vault that lies in `home` in this process. */
const openIn = async (home: string, { person, roles }: Person): Promise<Seat> => {
  const dir = join(home, 'documents', vaultLabel);
  const vault = openByKeys(vaultDeps, dir, readKeys(join(await vaultOf({ person, roles }), keysFile)));
  const leave = (): void => {
    if (vault.records.$client.open) vault.close();
  };
  return { person, roles, home, dir, vault, calls: callsIn(home, vault), key: toHex(vault.publicKey), leave };
};

/** Makes someone's computer in the folder `home`, with a copy of their vault. */
export const makeSeatIn = async (home: string, person: Person): Promise<Seat> => {
  const documents = join(home, 'documents');
  await mkdir(documents, { recursive: true });
  await cp(join(await vaultOf(person), vaultLabel), join(documents, vaultLabel), { recursive: true });
  const seat = await openIn(home, person);
  unwrap(await createKnownVaults(vaultDeps, join(home, 'profile')).add(seat.dir));
  return seat;
};

/** Opens the vault of a seat in this process again, once the application has left it. */
export const returnTo = ({ home, person, roles }: Seat): Promise<Seat> => openIn(home, { person, roles });

/** Makes someone's computer below `folder`. */
export const makeSeat = (folder: string, name: string, person: Person): Promise<Seat> =>
  makeSeatIn(join(folder, name), person);

/** Seats of several people whom one directory certifies; the first publishes it and all trust it. */
export const seatInstitution = async <Name extends string>(
  folder: string,
  people: Readonly<Record<Name, Person>>,
): Promise<Readonly<Record<Name, Seat>>> => {
  const names = Object.keys(people) as Name[];
  const made = await Promise.all(names.map((name) => makeSeat(folder, name, people[name])));
  const [publisher, ...members] = made;
  if (publisher === undefined) throw new Error('nobody takes part');
  await foundDirectory(publisher.vault, members);
  return Object.fromEntries(names.map((name, index) => [name, made[index]])) as Record<Name, Seat>;
};
