import { activeKeyOf } from '@shared/domain/identity/directory.ts';
import { destination, vaultOfEntry } from './courier.ts';
import { shuffled } from './dice.ts';
import { arrive } from './mixed.ts';
import { count, type Flight, nextMoment, readLedger, type Vault, type World } from './world.ts';

/** Rounds after which everything must rest. */
export const maxRounds = 14;

const keyOf = (vault: Vault): string => vault.blank.identity.key;

/** Everyone learns of the newest directory. */
const spreadDirectory = (world: World): void => {
  for (const vault of world.vaults.values()) {
    const refused = vault.program.takeDirectory(vault, world.directory.file);
    if (refused !== null) world.faults.push(`${vault.name} refuses the directory: ${refused}`);
  }
};

/** A vault seals what is due and what has no receipt; gives what left and who refused what. */
const sealDue = async (world: World, vault: Vault): Promise<Flight[]> => {
  const sealed: Flight[] = [];
  const { addressees, sealFor } = vault.program;
  for (const receiver of addressees(world, vault)?.receivers ?? []) {
    const to = vaultOfEntry(world, receiver.entry.entryId);
    if (to === undefined || keyOf(to) !== activeKeyOf(receiver.entry)?.key) continue;
    const flight = await sealFor(world, vault, receiver, { again: true });
    if (typeof flight !== 'string') sealed.push(flight);
    else if (flight !== 'copyWithoutDocument' && flight !== 'nothingToSend')
      world.faults.push(`${vault.name} cannot seal for ${to.name}: ${flight}`);
  }
  return sealed;
};

const sealReceipts = async (
  world: World,
  vault: Vault,
  served: ReadonlySet<string>,
  first: boolean,
): Promise<Flight[]> => {
  const sealed: Flight[] = [];
  const { due, met } = vault.program.receiptsOf(vault);
  for (const to of world.vaults.values()) {
    if (served.has(to.name) || !(first ? met : due).includes(keyOf(to))) continue;
    const flight = await vault.program.receiptFor(world, vault, to);
    if (flight !== null) sealed.push(flight);
  }
  return sealed;
};

/**
 * Everyone seals what is due, again what has no receipt, and receipts; in the first round a receipt for everybody met.
 */
const sealAll = async (world: World, first: boolean): Promise<Flight[]> => {
  const sealed: Flight[] = [];
  for (const vault of world.vaults.values()) {
    const due = await sealDue(world, vault);
    const receipts = await sealReceipts(world, vault, new Set(due.map(({ to }) => to)), first);
    sealed.push(...due, ...receipts);
  }
  return sealed;
};

const passOn = async (world: World, sealed: readonly Flight[], label: string, dice: number): Promise<void> => {
  for (const flight of shuffled(sealed, `${dice} ${label}`)) {
    const to = destination(world, flight);
    const held = to === undefined ? 'nobody has its key' : await arrive(world, flight, to);
    const what = `${flight.manifest.kind} of ${flight.manifest.acts.length}`;
    world.script.push(
      `  ${label}: #${flight.number} ${flight.from} → ${flight.to} (${what})${held === null ? '' : ` HELD ${held}`}`,
    );
  }
};

/** Two rounds in which everyone seals what is due while some are not updated yet: that need not come to rest. */
export const exchangeMixed = async (world: World, dice: number): Promise<void> => {
  spreadDirectory(world);
  for (const round of [1, 2]) {
    nextMoment(world, 1_500_000 + round);
    await passOn(world, await sealAll(world, round === 1), `mixed ${round}`, dice);
  }
};

/** What all vaults hold of acts, so that it shows when one gets something. */
const heldBy = ({ vaults }: World): string =>
  [...vaults.values()]
    .map((vault) => [...readLedger(vault).values()])
    .map((rows) => `${rows.length} ${rows.filter(({ body }) => body !== null).length}`)
    .join(', ');

/**
 * Ends a history: everyone has the newest directory, seals what is due and what has no receipt, and all of it arrives,
 * in any order, until nothing is due any more; where packages are held for acts of 0.3, until nothing new comes. Gives
 * the rounds that it took; a fault when it does not come to rest.
 */
export const settle = async (world: World, dice: number): Promise<number> => {
  spreadDirectory(world);
  let quiet = 0;
  for (let round = 1; round <= maxRounds; round += 1) {
    nextMoment(world, 1_000_000 + round);
    const sealed = await sealAll(world, round === 1);
    if (sealed.length === 0) return round;
    count(world, 'rounds');
    const before = heldBy(world);
    await passOn(world, sealed, `settle ${round}`, dice);
    // With a package its receipt is held too, so what was taken in is offered again as well.
    quiet = sealed.some(({ isStuck }) => isStuck) && heldBy(world) === before ? quiet + 1 : 0;
    if (quiet === 2) return round;
  }
  world.faults.push(`not at rest after ${maxRounds} rounds`);
  return maxRounds;
};
