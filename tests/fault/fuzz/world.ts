import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../electron/backend/crypto/clock.ts';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { enterVault } from '../../../electron/backend/desk/enter-vault.ts';
import { confirmationOf } from '../../../electron/backend/desk/readings/readings.ts';
import { allHandlers } from '../../../electron/backend/handlers.ts';
import type { CallContext } from '../../../electron/backend/rpc/context.ts';
import { createFileTokens } from '../../../electron/backend/rpc/file-tokens.ts';
import type { Host } from '../../../electron/backend/rpc/host.ts';
import type { LogEntry } from '../../../electron/backend/rpc/log.ts';
import { createPreferencesStore } from '../../../electron/backend/rpc/preferences.ts';
import { type AnyHandler, createServer, type Server } from '../../../electron/backend/rpc/server.ts';
import { createSession } from '../../../electron/backend/rpc/session.ts';
import { openDatabases } from '../../../electron/backend/vault/open-databases.ts';
import { createOpenVault, type OpenVault } from '../../../electron/backend/vault/vault.ts';
import { createVaultDesk } from '../../../electron/backend/vault/vault-desk.ts';
import { contract } from '../../../shared/contract/index.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { copyOfKeys } from '../../fixtures/keys-copy.ts';
import { unwrap } from '../../fixtures/results.ts';
import { databaseDeps, vaultDeps } from '../../fixtures/vault-deps.ts';
import type { Setting } from './setting.ts';

/**
 * The real backend on a copy of the setting's vault; its window is the fuzzer, its main process answers what it is
 * told.
 */
export interface World {
  readonly server: Server;
  readonly context: CallContext;
  /** Who sits before the window of confirmation. */
  readonly person: { confirms: boolean };
  /** The vault that is open; undefined while locked. */
  readonly vault: () => OpenVault | undefined;
  /** What the server logged of exceptions. */
  readonly logged: LogEntry[];
  /** Folders that the app keeps: of the vaults of this world, and of the list of vaults and preferences. */
  readonly dirs: readonly string[];
  /** Folder for what calls save. */
  readonly folder: string;
  /** Vault ids that the list knows, and the one just made (locked worlds). */
  readonly vaultIds: readonly string[];
  /** Groups of the recovery code that a vault just made asks back. */
  readonly answers: readonly string[];
  readonly close: () => void;
}

const nothing = (): void => undefined;

/** Where a world lies, and whether it keeps what it writes when power is lost. */
export interface WorldOptions {
  /** An empty folder; a temporary one when absent. */
  readonly folder?: string;
  /** Without syncs, when absent, a run tries ten times as many calls. */
  readonly durable?: boolean;
}

/** The passphrase that is chosen in the window of confirmation. */
export const chosenPassphrase = 'kopi tubruk lereng Merapi 18';

const openCopy = (setting: Setting, dir: string, { durable = false }: WorldOptions): OpenVault => {
  cpSync(setting.dir, dir, { recursive: true });
  const keys = copyOfKeys(setting.keys);
  const databases = unwrap(openDatabases(vaultDeps, dir, keys, 'open'));
  if (!durable) for (const { $client } of [databases.records, databases.notes]) $client.pragma('synchronous = OFF');
  return createOpenVault({ dir, keys, databases, notices: [] });
};

/** A copy of the setting: open, or locked with the vault in the list of known ones and another one just made. */
export const openWorld = async (
  setting: Setting,
  host: Host,
  state: 'open' | 'locked',
  options: WorldOptions = {},
): Promise<World> => {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'bilik-fuzz-'));
  const vaults = join(folder, 'vaults');
  const documentsFolder = join(folder, 'documents');
  for (const path of [vaults, documentsFolder]) mkdirSync(path);
  const start = {
    appVersion: '0.0.0',
    userDataFolder: join(folder, 'profile'),
    documentsFolder,
    resourcesFolder: databaseDeps.resourcesFolder,
    packaged: false,
  };
  const logged: LogEntry[] = [];
  const person = { confirms: true };
  const session = createSession<OpenVault>({
    send: () => undefined,
    emit: () => undefined,
    createIdleClock: () => ({ begin: nothing, active: nothing, systemIdle: nothing, setLimit: nothing, tick: nothing }),
    settle: async () => undefined,
    leave: () => undefined,
    end: () => undefined,
  });
  const desk = createVaultDesk(start, systemClock, systemRandom);
  const context: CallContext = {
    get vault() {
      const vault = session.vault();
      if (vault === undefined) throw new Error('no vault is open');
      return vault;
    },
    session,
    enter: (vaultId, vault) => enterVault(context, vaultId, vault),
    desk,
    preferences: createPreferencesStore(start.userDataFolder),
    files: createFileTokens(systemRandom),
    host,
    clock: systemClock,
    random: systemRandom,
    hold: (run) => server.hold(run),
    emit: () => undefined,
    start,
  };
  const vault = openCopy(setting, join(vaults, 'Brankas Satu'), options);
  const known = unwrap(await desk.known.add(vault.dir));
  if (state === 'open') session.begin(known.id, vault);
  else vault.close();
  const made = state === 'open' ? undefined : openCopy(setting, join(vaults, 'Brankas Dua'), options);
  const kept = made && desk.keepMade('f'.repeat(32), made, setting.recoveryIdentity);
  const server = createServer<CallContext>({
    contract,
    handlers: allHandlers as unknown as Readonly<Record<string, AnyHandler<CallContext>>>,
    context,
    isUnlocked: () => session.vault() !== undefined,
    changed: () => undefined,
    confirm: async (call) => {
      const confirmation = await confirmationOf(call, context);
      if (!confirmation.ok) return confirmation;
      return person.confirms ? ok({ passphrase: setting.passphrase, chosen: chosenPassphrase }) : fail('notConfirmed');
    },
    log: { error: (entry) => logged.push(entry) },
    checkOutput: true,
  });
  return {
    server,
    person,
    context,
    vault: session.vault,
    logged,
    dirs: [start.userDataFolder, vault.dir, ...(made ? [made.dir] : [])],
    folder,
    vaultIds: [known.id, ...(kept ? [kept.vaultId] : [])],
    answers: kept ? kept.asked.map((index) => kept.groups[index] ?? '') : [],
    close: () => {
      void session.lock('backendCrash');
      if (made?.records.$client.open) made.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
