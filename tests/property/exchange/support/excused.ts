import { isOfV1 } from '@shared/domain/case/definition.ts';
import type { NamedHeader } from '@shared/domain/case/state.ts';
import { type SingleAct, singleActs } from '../../../../electron/backend/exchange/receive/single-acts.ts';
import { takeActs } from '../../../../electron/backend/exchange/receive/take-held.ts';
import { keysOf } from './shared-file.ts';
import { asUnlocked, count, type Flight, type Vault, type World } from './world.ts';

// Acts that need not come to everybody to whom they are due: what 0.3 took and nobody could make so today (an act of v1
// that is first seen now is judged by the new rules), and what builds on it. Nothing else is excused.

/** True for a package that is refused by name for what nobody could enter or sign so. */
const isRefusedByName = (held: string): boolean =>
  /^actRefused (enteredByOther|namedKeyDiffers|authorNotInPost)/.test(held);

/** True for such an act that is refused so, or paper of 0.3 that cannot be judged since it names what is not here. */
const isRefusedOf03 = ({ act: { header }, standing }: SingleAct): boolean => {
  if (!isOfV1(header)) return false;
  if (standing.state === 'waits') return header.origin === 'paper';
  // A counsellor who declined could still release a copy by 0.3.
  const couldBe = header.origin === 'paper' || header.capacity === 'counsellor';
  return couldBe && standing.state === 'refused' && isRefusedByName(`actRefused ${standing.codes.join(' ')}`);
};

/**
 * What a person does with a package that is held for such an act: takes whatever else of it stands by itself. What then
 * still waits for what is not here is excused for this vault. `held`: why.
 */
export const takeWhatStands = (world: World, vault: Vault, flight: Flight, held: string): void => {
  if (!isRefusedByName(held)) return;
  const unlocked = asUnlocked(vault);
  const single = singleActs(unlocked, flight.read);
  const refused = single.filter(isRefusedOf03);
  if (refused.length === 0) return;
  count(world, 'acts of 0.3 refused');
  const wanted = single.filter(({ act, standing }) => standing.state === 'takeable' && act.news !== 'known');
  const hashes = wanted.map(({ act }) => act.hash);
  if (hashes.length > 0) {
    const taken = takeActs(unlocked, flight.read, flight.read, hashes);
    if (!taken.ok) world.faults.push(`${vault.name} cannot take single acts of #${flight.number}: ${taken.error.code}`);
    else count(world, 'acts taken singly', hashes.length);
  }
  flight.isStuck = hashes.length === 0;
  const waiting = single.filter(({ standing }) => standing.state === 'waits');
  for (const { act } of [...refused, ...waiting]) excuse(world, vault, act.hash);
  // Refused in the new vault of who entered it, it leaves no more from there: who lacks it never gets it.
  const own = keysOf(world, vault);
  for (const { act } of refused) if (own.includes(act.header.authorKey)) world.keptPaper.add(act.hash);
};

const excuse = (world: World, vault: Vault, hash: string): void => {
  const known = world.excused.get(vault.name) ?? new Set();
  world.excused.set(vault.name, known.add(hash));
};

/** Acts with all that names them, directly or by others. */
export const withFollowers = (hashes: Iterable<string>, acts: readonly NamedHeader[]): ReadonlySet<string> => {
  const found = new Set(hashes);
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { hash, header } of acts)
      if ([...header.refs, header.about ?? ''].some((name) => found.has(name))) found.add(hash);
  }
  return found;
};
