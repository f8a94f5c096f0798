import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from '../../../electron/backend/db/shared-columns.ts';
import { ownCardFile } from '../../../electron/backend/identity/own-card.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import type { PersonInput, Role } from '../../../shared/domain/identity/person.ts';
import { toHex } from '../../../shared/kernel/bytes.ts';
import { type Calls, callsOn, testVault } from '../../fixtures/calls.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { asUnlocked } from '../../fixtures/directory.ts';

/** A vault with its calls, as the window makes them. */
export interface Desk {
  readonly vault: OpenVault;
  readonly calls: Calls;
  /** Key of the vault, hexadecimal. */
  readonly key: string;
  /** A token for a file with these bytes, as a dialog gives one. */
  readonly token: (bytes: Uint8Array) => string;
  readonly card: () => Promise<Uint8Array>;
  /** Kinds of the audit trail, the latest last. */
  readonly audited: () => string[];
}

export const deskOf = (vault: OpenVault): Desk => {
  const calls = callsOn(vault);
  const folder = temporaryFolder();
  let count = 0;
  return {
    vault,
    calls,
    key: toHex(vault.publicKey),
    token: (bytes) => {
      count += 1;
      const path = join(folder, `berkas-${count}`);
      writeFileSync(path, bytes);
      return calls.context.files.issue('file', path);
    },
    card: () => ownCardFile(asUnlocked(vault)),
    audited: () =>
      vault.records
        .select()
        .from(audit)
        .all()
        .map(({ kind }) => kind),
  };
};

export const newDesk = async (person: PersonInput, roles: readonly Role[]): Promise<Desk> =>
  deskOf(await testVault(person, roles));

/** Has a call save a file and gives its bytes. */
export const saved = async (calls: Calls, save: () => Promise<{ readonly saved: boolean }>): Promise<Buffer> => {
  const target = join(temporaryFolder(), 'keluar');
  calls.host.saveTarget = target;
  if (!(await save()).saved) throw new Error('not saved');
  return readFileSync(target);
};
