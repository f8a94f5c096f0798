import { activeKeyOf } from '@shared/domain/identity/directory.ts';
import { listPackages } from '../../../../electron/backend/exchange/ledger/package-rows.ts';
import { receiptsDue } from '../../../../electron/backend/exchange/send/receipts-due.ts';
import { updateDirectory } from '../../../../electron/backend/identity/update-directory.ts';
import { addressees, deliver, destination, receiptFor, sealFor, vaultOfEntry } from './courier.ts';
import { shuffled } from './dice.ts';
import { asUnlocked, count, type Flight, nextMoment, type Vault, type World } from './world.ts';

/** Rounds after which everything must rest. */
export const maxRounds = 14;

const keyOf = (vault: Vault): string => vault.blank.identity.key;

/** Everyone learns of the newest directory. */
const spreadDirectory = (world: World): void => {
  for (const vault of world.vaults.values()) {
    const { vault: open, work } = asUnlocked(vault);
    const taken = updateDirectory({ vault: open, work }, world.directory.file);
    if (!taken.ok) world.faults.push(`${vault.name} refuses the directory: ${taken.error.code}`);
  }
};

/** Keys of those for whom a receipt is due, and of everybody met. */
const receiptsOf = (vault: Vault): { readonly due: ReadonlySet<string>; readonly met: ReadonlySet<string> } => {
  const rows = listPackages(vault.open.records);
  return {
    due: new Set(receiptsDue(vault.open.records, rows).map(({ peer }) => peer)),
    met: new Set(rows.map(({ peer }) => peer)),
  };
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
  const { due, met } = receiptsOf(vault);
  for (const to of world.vaults.values()) {
    if (served.has(to.name) || !(first ? met : due).has(keyOf(to))) continue;
    const flight = await receiptFor(world, vault, to);
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
