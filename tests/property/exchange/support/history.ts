import { join } from 'node:path';
import fc from 'fast-check';
import type { ActDice } from './acts.ts';
import { casts } from './cast.ts';
import { checkEnd } from './checks.ts';
import { destination } from './courier.ts';
import { pick } from './dice.ts';
import { arrive, checkSameActs, updateKeeping } from './mixed.ts';
import { copyRecords } from './model-vault.ts';
import { programOfNow } from './programs.ts';
import { entryIdOf, nextDirectory, withNewKey } from './registry.ts';
import { seize } from './seize.ts';
import { exchangeMixed, settle } from './settle.ts';
import { type Stages, stages } from './stages.ts';
import {
  backUp,
  checkLedger,
  count,
  nextMoment,
  restart,
  restore,
  startVault,
  type Vault,
  type World,
} from './world.ts';

const kinds = [
  'sign',
  'sealAll',
  'seal',
  'again',
  'receipt',
  'deliver',
  'deliverAll',
  'lose',
  'restart',
  'backUp',
  'restore',
  'renew',
  'clock',
  'directory',
  'replace',
  'update',
] as const;
type Kind = (typeof kinds)[number];

/** One command; what its throws mean depends on the history so far. */
export interface Command {
  readonly kind: Kind;
  readonly who: number;
  readonly which: number;
  readonly act: ActDice;
  /** Ids and keys made by this command follow from it. */
  readonly salt: number;
}

/** A history from its beginning to its end. */
export interface History {
  readonly cast: number;
  readonly stage: number;
  /** Everyone begins with version 0.3, and is updated one by one. */
  readonly mixed: boolean;
  readonly commands: readonly Command[];
  /** How the packages under way end: lost, or delivered once more. */
  readonly lastMail: 'lost' | 'arrives';
  readonly dice: number;
}

const small = fc.nat({ max: 99 });

const act: fc.Arbitrary<ActDice> = fc.record({
  how: fc.constantFrom('due' as const, 'due' as const, 'any' as const),
  type: small,
  variant: small,
  about: small,
  paper: fc.integer({ min: 0, max: 7 }).map((dice) => dice === 7),
});

const weights: Readonly<Record<Kind, number>> = {
  sign: 16,
  sealAll: 6,
  seal: 6,
  again: 2,
  receipt: 3,
  deliver: 12,
  deliverAll: 3,
  lose: 3,
  restart: 1,
  backUp: 3,
  restore: 3,
  renew: 1,
  clock: 2,
  directory: 1,
  replace: 1,
  update: 2,
};

const command: fc.Arbitrary<Command> = fc.record({
  kind: fc.oneof(...kinds.map((kind) => ({ arbitrary: fc.constant(kind), weight: weights[kind] }))),
  who: small,
  which: small,
  act,
  salt: fc.nat({ max: 99_999 }),
});

/** Any history. */
export const arbitraryHistory = (): fc.Arbitrary<History> =>
  fc.record({
    cast: fc.nat({ max: casts.length - 1 }),
    stage: fc.nat({ max: stages.length - 1 }),
    mixed: fc.boolean(),
    commands: fc.array(command, { minLength: 4, maxLength: 45, size: 'max' }),
    lastMail: fc.constantFrom('lost' as const, 'arrives' as const),
    dice: small,
  });

const sealOne = async (world: World, vault: Vault, which: number, again: boolean): Promise<string> => {
  const receiver = pick(vault.program.addressees(world, vault)?.receivers ?? [], which);
  if (receiver === undefined) return 'nobody to send to';
  const flight = await vault.program.sealFor(world, vault, receiver, { again, fails: which % 17 === 16 });
  return typeof flight === 'string' ? flight : `#${flight.number} → ${flight.to} (${flight.manifest.acts.length} acts)`;
};

const sealAll = async (world: World, vault: Vault): Promise<string> => {
  const done: string[] = [];
  const count = vault.program.addressees(world, vault)?.receivers.length ?? 0;
  for (let which = 0; which < count; which += 1) {
    const what = await sealOne(world, vault, which, false);
    if (what.startsWith('#')) done.push(what);
  }
  return done.join(', ') || 'nothing due';
};

const deliverOne = async (world: World, { which, act: { variant } }: Command): Promise<string> => {
  const waiting = world.flights.filter(({ delivered }) => delivered === 0);
  const flight = pick(waiting.length > 0 && variant % 4 !== 0 ? waiting : world.flights, which);
  if (flight === undefined) return 'nothing under way';
  const to = destination(world, flight);
  const wrong = variant % 23 === 22 ? [...world.vaults.values()].find((vault) => vault !== to) : undefined;
  const at = wrong ?? to;
  if (at === undefined) return 'nobody has its key any more';
  const held = await arrive(world, flight, at);
  return `#${flight.number} from ${flight.from} to ${at.name}${held === null ? '' : ` HELD ${held}`}`;
};

const deliverAll = async (world: World, vault: Vault): Promise<string> => {
  const done: string[] = [];
  for (const flight of world.flights.filter(({ delivered }) => delivered === 0)) {
    if (destination(world, flight) !== vault) continue;
    const held = await arrive(world, flight, vault);
    done.push(`#${flight.number}${held === null ? '' : ` HELD ${held}`}`);
  }
  return done.join(', ') || 'nothing came';
};

const publish = (world: World, vault: Vault, which: number): string => {
  world.directory = nextDirectory(world.directory);
  if (which % 2 === 0) return `serial ${world.directory.directory.serial}, nobody has it yet`;
  vault.program.takeDirectory(vault, world.directory.file);
  return `serial ${world.directory.directory.serial}, ${vault.name} has it`;
};

/** A person loses the vault and begins another one: new key, empty, certified by the next directory. */
const replaceVault = (world: World, vault: Vault): string => {
  const blank = world.spares.get(vault.name);
  if (blank === undefined) return 'has no other computer';
  world.spares.delete(vault.name);
  checkLedger(world, vault);
  vault.open.close();
  const entryId = entryIdOf(vault.name);
  world.directory = nextDirectory(world.directory, (entry) =>
    entry.entryId === entryId ? withNewKey(entry, blank.identity, world.now) : entry,
  );
  const folder = join(world.folder, `${vault.name}-2`);
  copyRecords(blank.folder, folder);
  const begun = startVault(vault.name, blank, folder, { ledger: new Map(), program: programOfNow });
  programOfNow.trustDirectory(begun.open, world.directory);
  world.vaults.set(vault.name, begun);
  return 'begins a new vault';
};

const restoreOne = (world: World, vault: Vault, which: number): string => {
  const backup = pick(vault.backups, which);
  if (backup === undefined) return 'has no copy';
  restore(world, vault, backup);
  if (which % 5 === 4) vault.program.beginEpoch(vault);
  return `goes back to ${backup.label}${which % 5 === 4 ? ' and says so' : ''}`;
};

const sendReceipt = async (world: World, vault: Vault, which: number): Promise<string> => {
  const to = pick(
    [...world.vaults.values()].filter((other) => other !== vault),
    which,
  );
  const flight = to === undefined ? null : await vault.program.receiptFor(world, vault, to);
  return flight === null ? 'no receipt' : `#${flight.number} → ${flight.to} (receipt)`;
};

const lose = (world: World, which: number): string => {
  const flight = pick(world.flights, which);
  world.flights = world.flights.filter((other) => other !== flight);
  return flight === undefined ? 'nothing to lose' : `#${flight.number} is lost`;
};

const updateOne = (world: World, vault: Vault): string => {
  if (vault.program === programOfNow) return 'has the newest program';
  updateKeeping(world, vault, programOfNow);
  return 'is updated';
};

const perform = async (world: World, vault: Vault, command: Command): Promise<string> => {
  const { kind, which } = command;
  switch (kind) {
    case 'sign': {
      const signed = vault.program.signAct(world, vault, command.act);
      return signed === null
        ? 'signs nothing'
        : `${command.act.paper ? 'enters' : 'signs'} ${signed.type} ${signed.hash.slice(0, 8)}`;
    }
    case 'sealAll':
      return sealAll(world, vault);
    case 'seal':
      return sealOne(world, vault, which, false);
    case 'again':
      return sealOne(world, vault, which, true);
    case 'receipt':
      return sendReceipt(world, vault, which);
    case 'deliver':
      return deliverOne(world, command);
    case 'deliverAll':
      return deliverAll(world, vault);
    case 'lose':
      return lose(world, which);
    case 'restart':
      restart(vault);
      return 'closed and opened';
    case 'backUp':
      backUp(world, vault);
      return 'copied';
    case 'restore':
      return restoreOne(world, vault, which);
    case 'renew':
      vault.program.beginEpoch(vault);
      return 'a new epoch by hand';
    case 'clock':
      vault.skew = (which % 21) - 10;
      return `is ${vault.skew} days off`;
    case 'directory':
      return publish(world, vault, which);
    case 'replace':
      return replaceVault(world, vault);
    case 'update':
      return updateOne(world, vault);
  }
};

/** Every now and then somebody opens a file under the id of the one file, for somebody else. */
const attack = (world: World, vault: Vault, { which, salt }: Command): void => {
  const to = pick([...world.vaults.values()], which);
  if (to !== undefined && salt % 4 === 0) seize(world, vault, to);
};

/** Plays a history and checks its end. The world is closed after; its faults and script tell what happened. */
export const playHistory = async (made: Stages, history: History): Promise<World> => {
  const world = await made.begin(history.cast, history.stage, history.mixed);
  try {
    world.script.push(
      `${world.cast.title}, from ${stages[history.stage]}${history.mixed ? ', all with 0.3' : ''}; mail ${history.lastMail} at the end`,
    );
    for (const [index, command] of history.commands.entries()) {
      const vault = pick([...world.vaults.values()], command.who);
      if (vault === undefined) break;
      nextMoment(world, command.salt);
      const told = await perform(world, vault, command);
      count(world, command.kind);
      attack(world, vault, command);
      world.script.push(`${String(index).padStart(2)} ${vault.name} ${command.kind}: ${told}`);
    }
    if (history.lastMail === 'arrives')
      for (const vault of world.vaults.values())
        world.script.push(`   ${vault.name} gets the rest: ${await deliverAll(world, vault)}`);
    if ([...world.vaults.values()].some(({ program }) => program !== programOfNow)) {
      await exchangeMixed(world, history.dice);
      if (world.caseId !== null) checkSameActs(world, world.caseId);
      for (const vault of world.vaults.values()) updateKeeping(world, vault, programOfNow);
    }
    world.script.push(`   at rest after ${await settle(world, history.dice)} rounds`);
    checkEnd(world);
  } catch (thrown) {
    world.faults.push(`exception: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
  } finally {
    for (const { open } of world.vaults.values()) if (open.records.$client.open) open.close();
  }
  return world;
};
