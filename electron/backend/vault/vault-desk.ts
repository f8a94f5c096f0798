import { randomInt } from 'node:crypto';
import type { BackendStart } from '@shared/contract/control.ts';
import type { Clock, Random } from '@shared/kernel/ports.ts';
import type { OpenedInvitation } from '../formats/identity/read-invitation.ts';
import { createKnownVaults, type KnownVaults } from './known-vaults.ts';
import { normaliseCode, toRecoveryGroups } from './recovery-code.ts';
import { createUnfinishedRestore, type UnfinishedRestore } from './unfinished-restore.ts';
import type { OpenVault } from './vault.ts';
import type { VaultDeps } from './vault-deps.ts';
import { nodeAtomicFs } from './write-atomically.ts';

/** A vault just made, which opens when two groups of its recovery code have been typed back. */
export interface MadeVaultDesk {
  readonly vaultId: string;
  readonly vault: OpenVault;
  readonly groups: readonly string[];
  readonly asked: readonly [number, number];
}

/** A recovery sheet that is to take the place of the one before: its secret, and what is asked back. */
export interface NewSheet {
  readonly identity: string;
  readonly groups: readonly string[];
  readonly asked: readonly [number, number];
}

/** What calls about vaults as a whole share while nothing is open yet. */
export interface VaultDesk {
  readonly deps: VaultDeps;
  readonly known: KnownVaults;
  /** The vault just made, if it is this one. */
  readonly made: (vaultId: string) => MadeVaultDesk | undefined;
  /** Keeps a vault just made; one made before is closed. */
  readonly keepMade: (vaultId: string, vault: OpenVault, recoveryIdentity: string) => MadeVaultDesk;
  /** Takes the vault just made off the desk: it is the caller's now. */
  readonly releaseMade: () => void;
  /** The sheet that was made for the open vault and is not yet in force. */
  readonly sheet: () => NewSheet | undefined;
  /** Keeps a sheet just made in the place of one made before. */
  readonly keepSheet: (identity: string) => NewSheet;
  readonly releaseSheet: () => void;
  /** Folders whose databases this process holds open: of the vault just made, and of `open`. */
  readonly openDirs: (open: OpenVault | undefined) => string[];
  /** Keeps the invitation inspected last: the very bytes whose ten words were compared are used, not read again. */
  readonly keepInvitation: (fileToken: string, invitation: OpenedInvitation) => void;
  /** The invitation inspected last, if it is the one behind this token. */
  readonly invitation: (fileToken: string) => OpenedInvitation | undefined;
  /** Where a vault that is being restored is noted. */
  readonly unfinishedRestore: UnfinishedRestore;
  /** Runs one change at a time; null when another is running. The signal tells that it is to be broken off. */
  readonly exclusively: <T>(run: (signal: AbortSignal) => Promise<T>) => Promise<T | null>;
  /** Breaks off the change that runs, where it heeds the signal. */
  readonly abandon: () => void;
}

const askedOf = (count: number): readonly [number, number] => {
  const first = randomInt(count);
  const second = (first + 1 + randomInt(count - 1)) % count;
  return first < second ? [first, second] : [second, first];
};

/** True when the typed groups are the ones asked back. */
export const answersFit = (
  { groups, asked }: Pick<NewSheet, 'groups' | 'asked'>,
  answers: readonly [string, string],
): boolean => asked.every((index, position) => normaliseCode(answers[position] ?? '') === groups[index]);

/** A desk with the list of known vaults below the application's own folder. */
export const createVaultDesk = (start: BackendStart, clock: Clock, random: Random): VaultDesk => {
  const deps: VaultDeps = {
    clock,
    random,
    database: {
      sqliteBinding: start.packaged ? undefined : process.env.BILIK_SQLITE_BINDING || undefined,
      resourcesFolder: start.resourcesFolder,
    },
    fs: nodeAtomicFs,
  };
  let made: MadeVaultDesk | undefined;
  let sheet: NewSheet | undefined;
  let inspected: { readonly fileToken: string; readonly invitation: OpenedInvitation } | undefined;
  let running: AbortController | null = null;
  return {
    deps,
    known: createKnownVaults(deps, start.userDataFolder),
    unfinishedRestore: createUnfinishedRestore(deps.fs, start.userDataFolder),
    made: (vaultId) => (made?.vaultId === vaultId ? made : undefined),
    keepMade: (vaultId, vault, recoveryIdentity) => {
      made?.vault.close();
      const groups = toRecoveryGroups(recoveryIdentity);
      made = { vaultId, vault, groups, asked: askedOf(groups.length) };
      return made;
    },
    releaseMade: () => {
      made = undefined;
    },
    sheet: () => sheet,
    keepSheet: (identity) => {
      const groups = toRecoveryGroups(identity);
      sheet = { identity, groups, asked: askedOf(groups.length) };
      return sheet;
    },
    releaseSheet: () => {
      sheet = undefined;
    },
    openDirs: (open) => [made?.vault, open].flatMap((vault) => (vault === undefined ? [] : [vault.dir])),
    keepInvitation: (fileToken, invitation) => {
      inspected = { fileToken, invitation };
    },
    invitation: (fileToken) => (inspected?.fileToken === fileToken ? inspected.invitation : undefined),
    exclusively: async (run) => {
      if (running !== null) return null;
      running = new AbortController();
      try {
        return await run(running.signal);
      } finally {
        running = null;
      }
    },
    abandon: () => running?.abort(),
  };
};
