import { createHash, type KeyObject } from 'node:crypto';
import type { Directory, DirectoryEntry } from '@shared/domain/identity/directory.ts';
import type { PersonInput, Role } from '@shared/domain/identity/person.ts';
import { toPublicPerson } from '@shared/domain/identity/public-person.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { publicKeyOf, signEd25519, signingKeyOf } from '../../../../electron/backend/crypto/ed25519.ts';
import { writeSignedFile } from '../../../../electron/backend/formats/identity/signed-file.ts';
import { insertDirectory } from '../../../../electron/backend/identity/directory-rows.ts';
import { writeRoot } from '../../../../electron/backend/vault/directory-root.ts';
import type { OpenVault } from '../../../../electron/backend/vault/vault.ts';
import { institution } from '../../../fixtures/people/cast.ts';
import { writable } from '../../../fixtures/writable.ts';
import type { CertifiedIdentity } from './model-vault.ts';

const rootKey: KeyObject = signingKeyOf(createHash('sha256').update('directory of the model').digest());
const root = {
  publicKey: publicKeyOf(rootKey),
  sign: (domain: string, bytes: Uint8Array) => signEd25519(rootKey, domain, bytes),
};

/** The directory with its signed file. */
export interface Published {
  readonly directory: Directory;
  readonly file: Uint8Array;
}

const sign = (directory: Directory): Published => ({ directory, file: writeSignedFile('directory', directory, root) });

const payloadHash = ({ file }: Published): string => {
  const { payload } = JSON.parse(new TextDecoder().decode(file)) as { payload: string };
  return createHash('sha256').update(Buffer.from(payload, 'base64')).digest('hex');
};

/** Name of a member in the directory. */
export const entryIdOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 32);

/** The entry of a member with one key. */
export const entryFor = (
  name: string,
  person: PersonInput,
  roles: readonly Role[],
  identity: CertifiedIdentity,
): DirectoryEntry => ({
  entryId: entryIdOf(name),
  person: toPublicPerson(person),
  formerNames: [],
  roles: roles.map((role) => ({ role, from: '2020-01-01' as never, to: null })),
  keys: [{ ...identity, from: toIsoInstant(0) as never, revoked: null }],
});

/** The first serial. */
export const firstDirectory = (entries: readonly DirectoryEntry[]): Published =>
  sign({
    format: 'bilik/directory/v1',
    directoryId: 'd'.repeat(32),
    serial: 1,
    institution,
    issuedAt: toIsoInstant(0) as never,
    previous: null,
    entries: [...entries],
  });

/** The next serial: a member's key is replaced by another, or the same people are published again. */
export const nextDirectory = (
  published: Published,
  change: (entry: DirectoryEntry) => DirectoryEntry = (entry) => entry,
): Published => {
  const { directory } = published;
  const entries = directory.entries.map(change);
  return sign({ ...directory, serial: directory.serial + 1, previous: payloadHash(published), entries });
};

/** The entry with its key revoked and another one in its place. */
export const withNewKey = (entry: DirectoryEntry, identity: CertifiedIdentity, at: number): DirectoryEntry => {
  const now = toIsoInstant(at) as never;
  const former = entry.keys.map((key) =>
    key.revoked === null ? { ...key, revoked: { at: now, reason: 'lost' as const } } : key,
  );
  return { ...entry, keys: [...former, { ...identity, from: now, revoked: null }] };
};

/** Makes a vault trust a directory, as comparing ten words does. */
export const trustDirectory = ({ records }: OpenVault, { directory, file }: Published): void => {
  const { directoryId, serial } = directory;
  const key = toHex(root.publicKey);
  insertDirectory(writable(records), { rootKey: key, directoryId, serial, file, takenAt: toIsoInstant(0) });
  writeRoot(writable(records), { rootKey: key, directoryId, trustedAt: toIsoInstant(0) });
};
