import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '@shared/domain/package/manifest.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import type { ReadPackage } from '../../../../electron/backend/exchange/receive/read-incoming.ts';
import { type Unlocked, unlockedOf } from '../../../../electron/backend/vault/unlocked.ts';
import type { OpenVault } from '../../../../electron/backend/vault/vault.ts';
import { type Cast, type Name, persons } from './cast.ts';
import { randomFrom } from './dice.ts';
import {
  type BlankVault,
  copyRecords,
  type ModelClock,
  type ModelRandom,
  modelClock,
  modelRandom,
} from './model-vault.ts';
import type { Program } from './program.ts';
import type { Published } from './registry.ts';

/** An act as a vault stored it: what of it may never change. */
export interface LedgerRow {
  /** Header and signature, hexadecimal. */
  readonly fixed: string;
  /** Salt and body, hexadecimal; null while the header is all there is. */
  readonly body: string | null;
}
export type Ledger = ReadonlyMap<string, LedgerRow>;

/** A copy of a vault with what the model knew of it. */
export interface Backup {
  readonly folder: string;
  readonly ledger: Ledger;
  readonly label: string;
}

/** A person's vault in a history. */
export interface Vault {
  readonly name: Name;
  readonly blank: BlankVault;
  readonly folder: string;
  /** What it runs; it is updated at most once, and never back. */
  program: Program;
  open: OpenVault;
  readonly clock: ModelClock;
  readonly random: ModelRandom;
  /** How far its clock is from the true one (days). */
  skew: number;
  /** Acts it was last seen with. */
  ledger: Ledger;
  backups: Backup[];
  /** It sealed packages with version 0.3, which bear no mark of their maker. */
  readonly hasUnmarked: boolean;
  /** It was put back to an earlier copy: others may think that it has what it lost. */
  wentBack: boolean;
}

/** A sealed package, somewhere on its way. */
export interface Flight {
  readonly number: number;
  readonly from: Name;
  readonly to: Name;
  readonly manifest: Manifest;
  readonly read: ReadPackage;
  /** Acts of which its receiver was due something when it was sealed, as its sender held and saw the case. */
  readonly owed: ReadonlySet<string>;
  /** Times it was delivered. */
  delivered: number;
  /** It was held for acts of 0.3, and nothing more of it can be taken: that will be offered for ever. */
  isStuck: boolean;
}

/** Everything that a history has come to. */
export interface World {
  readonly cast: Cast;
  readonly folder: string;
  readonly vaults: Map<Name, Vault>;
  /** Vaults that nobody has begun yet, for who loses one. */
  readonly spares: Map<Name, BlankVault>;
  directory: Published;
  /** Every package that was sealed and not lost. */
  flights: Flight[];
  sealed: number;
  caseId: string | null;
  now: number;
  /** What happened, for people. */
  readonly script: string[];
  /** What should not have happened. */
  readonly faults: string[];
  /** How often each salt has been used. */
  readonly salts: Map<string, number>;
  /** Figures of what happened. */
  readonly counts: Map<string, number>;
  /** Acts that a vault need not have: paper that version 0.3 took and is refused there, and what waits for it. */
  readonly excused: Map<Name, Set<string>>;
  /** Paper that version 0.3 sent, and that leaves the vault of who entered it no more. */
  readonly keptPaper: Set<string>;
  /** Names of people whose vault was put back to an earlier copy at any time. */
  readonly putBack: Set<string>;
  /** Acts that were acknowledged as recorded. */
  readonly recorded: Set<string>;
}

/** Milliseconds of a day. */
export const day = 86_400_000;
/** When histories begin. */
export const beginning = Date.parse('2026-05-04T02:00:00.000Z');

export const asUnlocked = ({ open, clock, random }: Vault): Unlocked => unlockedOf({ vault: open, clock, random });

/** Counts something. */
export const count = (world: World, what: string, by = 1): void => {
  world.counts.set(what, (world.counts.get(what) ?? 0) + by);
};

/** Opens a vault of the model. */
export const startVault = (
  name: Name,
  blank: BlankVault,
  folder: string,
  { ledger, program }: Pick<Vault, 'ledger' | 'program'>,
): Vault => ({
  name,
  blank,
  folder,
  program,
  open: program.openModelVault(folder, blank),
  clock: modelClock(beginning),
  random: modelRandom(randomFrom(name)),
  skew: 0,
  ledger,
  backups: [],
  hasUnmarked: program.version === '0.3',
  wentBack: false,
});

/** Closes a vault and opens it again, as a lock and an unlock do; `prepare` works on the closed files. */
export const restart = (vault: Vault, prepare: () => void = () => undefined): void => {
  vault.open.close();
  prepare();
  vault.open = vault.program.openModelVault(vault.folder, vault.blank);
};

/** Updates the program of a vault, which finds in it all that was there. */
export const update = (world: World, vault: Vault, program: Program): void => {
  if (vault.program === program) return;
  checkLedger(world, vault);
  vault.program = program;
  restart(vault);
  checkLedger(world, vault);
  count(world, 'updates');
};

/** Sets clocks and randomness for the next command: both follow from the history alone. */
export const nextMoment = (world: World, salt: number): void => {
  const used = (world.salts.get(`${salt}`) ?? 0) + 1;
  world.salts.set(`${salt}`, used);
  world.now += 7 * 60_000;
  for (const vault of world.vaults.values()) {
    vault.clock.set(world.now + vault.skew * day);
    vault.random.source = randomFrom(`${salt} ${used} ${vault.name} ${vault.blank.identity.key}`);
  }
};

const hexOf = (bytes: Uint8Array | null): string => (bytes === null ? '' : toHex(bytes));

/** Columns that every version has. */
interface StoredAct {
  readonly hash: Uint8Array;
  readonly header: Uint8Array;
  readonly signature: Uint8Array;
  readonly case_id: string;
  readonly recorded_at: string;
  readonly salt: Uint8Array | null;
  readonly body: Uint8Array | null;
}

/** The acts that a vault stores now. */
export const readLedger = ({ open }: Vault): Ledger =>
  new Map(
    open.records.$client
      .prepare<[], StoredAct>('SELECT hash, header, signature, case_id, recorded_at, salt, body FROM acts')
      .all()
      .map((row) => [
        toHex(row.hash),
        {
          fixed: `${toHex(row.header)} ${toHex(row.signature)} ${row.case_id} ${row.recorded_at}`,
          body: row.body === null ? null : `${hexOf(row.salt)} ${toHex(row.body)}`,
        },
      ]),
  );

/** Types of the acts that a vault stores, whatever program it runs. */
export const typesIn = ({ open }: Vault): readonly string[] =>
  open.records.$client.prepare<[], string>("SELECT CAST(header AS TEXT) ->> 'type' FROM acts").pluck().all();

/** Compares a vault with what it was last seen with: an act never changes but by its body coming, and never goes. */
export const checkLedger = (world: World, vault: Vault): void => {
  const now = readLedger(vault);
  for (const [hash, before] of vault.ledger) {
    const after = now.get(hash);
    if (after === undefined) world.faults.push(`${vault.name} lost act ${hash.slice(0, 8)}`);
    else if (after.fixed !== before.fixed || (before.body !== null && after.body !== before.body))
      world.faults.push(`${vault.name} changed act ${hash.slice(0, 8)}`);
  }
  vault.ledger = now;
};

/** Copies a vault as it is now. */
export const backUp = (world: World, vault: Vault): void => {
  checkLedger(world, vault);
  const label = `${vault.name}-${vault.blank.identity.key.slice(0, 8)}-${vault.backups.length}`;
  const folder = join(world.folder, 'backups', label);
  copyRecords(vault.folder, folder);
  vault.backups.push({ folder, ledger: vault.ledger, label });
};

/** Puts a vault back to an earlier copy and tells nobody. */
export const restore = (world: World, vault: Vault, backup: Backup): void => {
  checkLedger(world, vault);
  if (!existsSync(backup.folder)) throw new Error('no such copy');
  restart(vault, () => copyRecords(backup.folder, vault.folder));
  vault.ledger = backup.ledger;
  vault.wentBack = true;
  world.putBack.add(personOf(vault.name).name);
  checkLedger(world, vault);
};

export const personOf = (name: Name) => persons[name];
