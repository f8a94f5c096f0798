import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { vaultCreationHandlers } from '../../../electron/backend/desk/vault-creation-handlers.ts';
import { identityHandlers } from '../../../electron/backend/identity/handlers.ts';
import type { CallContext } from '../../../electron/backend/rpc/context.ts';
import { createFileTokens } from '../../../electron/backend/rpc/file-tokens.ts';
import type { OpenVault } from '../../../electron/backend/vault/vault.ts';
import { createVaultDesk } from '../../../electron/backend/vault/vault-desk.ts';
import { databaseDeps, temporaryFolder } from '../../fixtures/database-deps.ts';
import { passphrase, unwrap } from '../../fixtures/made-vault.ts';
import * as people from '../../fixtures/people/cast.ts';

/** What is said of backups where a vault is made. */
type Backup = Parameters<(typeof vaultCreationHandlers)['vault.create']>[0]['backup'];

/** The calls of the lock page on a computer without any vault yet. */
export const lockPage = () => {
  const folder = temporaryFolder();
  const files = createFileTokens(systemRandom);
  const start = {
    appVersion: '0',
    packaged: false,
    userDataFolder: join(folder, 'data'),
    documentsFolder: folder,
    resourcesFolder: databaseDeps.resourcesFolder,
  };
  const desk = createVaultDesk(start, systemClock, systemRandom);
  const session = { vault: () => undefined, watch: () => undefined };
  const context = { files, desk, session, start } as unknown as CallContext;
  const identity = { person: people.counsellor, roles: ['counsellor' as const], institution: 'Yang diketik' };
  const input = { parentToken: null, label: 'Brankas', passphrase, identity };
  const made: OpenVault[] = [];
  onTestFinished(() => {
    for (const vault of made) if (vault.records.$client.open) vault.close();
  });
  const paths = new Map<string, string>();
  return {
    files,
    /** A token for a file with these bytes. */
    token: (bytes: Uint8Array): string => {
      const path = join(folder, `berkas-${paths.size}`);
      writeFileSync(path, bytes);
      const token = files.issue('file', path);
      paths.set(token, path);
      return token;
    },
    /** Puts other bytes into the file behind a token. */
    replace: (token: string, bytes: Uint8Array): void => writeFileSync(paths.get(token) ?? '', bytes),
    inspect: (fileToken: string) => identityHandlers['vault.inspectInvitation']({ fileToken }, context),
    createCode: async (invitationToken: string): Promise<string> => {
      const created = await vaultCreationHandlers['vault.create']({ ...input, invitationToken, backup: null }, context);
      return created.ok ? 'ok' : created.error.code;
    },
    /** Makes the vault; it is open. */
    create: async (invitationToken: string | null, backup: Backup = null): Promise<{ readonly vault: OpenVault }> => {
      const created = unwrap(
        await vaultCreationHandlers['vault.create']({ ...input, invitationToken, backup }, context),
      );
      const vault = desk.made(created.vaultId)?.vault;
      if (vault === undefined) throw new Error('the vault is not kept');
      made.push(vault);
      return { vault };
    },
  };
};
