import { activeKeyOf } from '@shared/domain/identity/directory.ts';
import { findEpoch } from '../../../../electron/backend/exchange/epoch.ts';
import { updateDirectory } from '../../../../electron/backend/identity/update-directory.ts';
import { addressees, deliver, destination, receiptFor, sealFor, vaultOfEntry } from './courier.ts';
import { shuffled } from './dice.ts';
import { count, exchangeOf, type Flight, nextMoment, type Vault, type World } from './world.ts';

/** Rounds after which everything must rest. */
export const maxRounds = 14;

const keyOf = (vault: Vault): string => vault.blank.identity.key;

/** Everyone learns of the newest directory. */
const spreadDirectory = (world: World): void => {
  for (const vault of world.vaults.values()) {
    const { vault: open, work } = exchangeOf(vault);
    const taken = updateDirectory({ vault: open, work }, world.directory.file);
    if (!taken.ok) world.faults.push(`${vault.name} refuses the directory: ${taken.error.code}`);
  }
};

interface Exchanged {
  readonly direction: 'out' | 'in';
  readonly kind: string;
  readonly id: string;
  readonly epoch: string;
  readonly seen: string | null;
}

/** Packages between a vault and another, as the database has them. */
const exchanged = (vault: Vault, to: Vault): Exchanged[] =>
  vault.open.records.$client
    .prepare<[Buffer], Exchanged>(
      `SELECT direction, kind, id, epoch, json_extract(CAST(manifest AS TEXT), '$.seen.received') AS seen
       FROM packages WHERE peer_key = ?`,
    )
    .all(Buffer.from(keyOf(to), 'hex'));

/** Whom a vault owes a receipt: who sent something that no package since has told of, and who has not seen its epoch. */
const owesReceipt = (vault: Vault, to: Vault): boolean => {
  const packages = exchanged(vault, to);
  const epoch = findEpoch(vault.open.records);
  const told = packages.filter(({ direction }) => direction === 'out');
  const news = packages.some(
    ({ direction, kind, id }) =>
      direction === 'in' && kind !== 'receipt' && !told.some(({ seen }) => seen?.includes(id) ?? false),
  );
  return news || (packages.length > 0 && !told.some((row) => row.epoch === epoch));
};

/** A vault seals what is due and what has no receipt; gives what left and who refused what. */
const sealDue = async (world: World, vault: Vault): Promise<Flight[]> => {
  const sealed: Flight[] = [];
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
  for (const to of world.vaults.values()) {
    if (to === vault || served.has(to.name)) continue;
    if (!(first ? exchanged(vault, to).length > 0 : owesReceipt(vault, to))) continue;
    const flight = await receiptFor(world, vault, to);
    if (flight !== null) sealed.push(flight);
  }
  return sealed;
};

/** Everyone seals what is due, again what has no receipt, and receipts; in the first round a receipt for everybody met. */
const sealAll = async (world: World, first: boolean): Promise<Flight[]> => {
  const sealed: Flight[] = [];
  for (const vault of world.vaults.values()) {
    const due = await sealDue(world, vault);
    const receipts = await sealReceipts(world, vault, new Set(due.map(({ to }) => to)), first);
    sealed.push(...due, ...receipts);
  }
  return sealed;
};

/**
 * Ends a history: everyone has the newest directory, seals what is due and what has no receipt, and all of it arrives,
 * in any order, until nothing is due any more. Gives the rounds that it took; a fault when it does not come to rest.
 */
export const settle = async (world: World, dice: number): Promise<number> => {
  spreadDirectory(world);
  for (let round = 1; round <= maxRounds; round += 1) {
    nextMoment(world, 1_000_000 + round);
    const sealed = await sealAll(world, round === 1);
    if (sealed.length === 0) return round;
    count(world, 'rounds');
    for (const flight of shuffled(sealed, `${dice} ${round}`)) {
      const to = destination(world, flight);
      const held = to === undefined ? 'nobody has its key' : await deliver(world, flight, to);
      const what = `${flight.manifest.kind} of ${flight.manifest.acts.length}`;
      world.script.push(
        `  settle ${round}: #${flight.number} ${flight.from} → ${flight.to} (${what})${held === null ? '' : ` HELD ${held}`}`,
      );
    }
  }
  world.faults.push(`not at rest after ${maxRounds} rounds`);
  return maxRounds;
};
