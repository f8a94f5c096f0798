import { isDeepStrictEqual } from 'node:util';
import type { CaseFile } from '../../../../electron/backend/case/case-file.ts';
import { takeWhatStands } from './excused.ts';
import type { Program } from './program.ts';
import { fileOf, sharedFile, sightIn } from './shared-file.ts';
import { count, type Flight, update, type Vault, type World } from './world.ts';

// What must hold between version 0.3 and this one, whoever is updated when.

/** True when a package brings an act that version 0.3 does not know. */
const bringsNew = ({ read }: Flight): boolean =>
  read.acts.some(({ bytes }) => {
    const { format } = JSON.parse(new TextDecoder().decode(bytes)) as { readonly format: string };
    return format !== 'bilik/act-file/v1';
  });

/**
 * Brings a package to a vault by the program that this vault runs; gives why it was held, or null. Version 0.3 takes no
 * package with an act that it cannot read, and says that the package is the reason; nothing else is called tampered.
 */
export const arrive = async (world: World, flight: Flight, to: Vault): Promise<string | null> => {
  const beyond = to.program.version === '0.3' && bringsNew(flight);
  const held = await to.program.deliver(world, flight, to);
  const tampered = held?.startsWith('packageTampered') ?? false;
  if (beyond && held === null) world.faults.push(`${to.name} with 0.3 took acts of now in #${flight.number}`);
  if (tampered && !beyond) world.faults.push(`${to.name} calls #${flight.number} tampered`);
  if (tampered) count(world, 'refused by 0.3');
  flight.isStuck = false;
  if (to.program.version === 'now' && held !== null) takeWhatStands(world, to, flight, held);
  return held;
};

/** Acts with effect in a vault, in order, by the program that it runs: own records too. */
const effectIn = (world: World, vault: Vault): readonly string[] | null => {
  if (vault.program.version === 'now')
    return fileOf(vault, world.caseId ?? '')?.state.acts.map(({ hash }) => hash) ?? null;
  return vault.program.addressees(world, vault)?.cased.file.state.acts.map(({ hash }) => hash) ?? null;
};

/** Updates a vault: what version 0.3 gave effect to has it after, in the same order, and nothing else has. */
export const updateKeeping = (world: World, vault: Vault, program: Program): void => {
  if (vault.program === program) return;
  const before = effectIn(world, vault);
  update(world, vault, program);
  if (before === null) return;
  count(world, 'orders kept');
  if (before.join() !== effectIn(world, vault)?.join())
    world.faults.push(`${vault.name} gives effect otherwise since it was updated`);
};

const shape = ({ acts }: CaseFile): readonly string[] =>
  acts.map(({ hash, body }) => `${hash} ${body === null}`).sort();

/**
 * Vaults of this version that hold the same shared acts, bodies and all, and see as far, have the same state, in the
 * same order; none holds an act twice.
 */
export const checkSameActs = (world: World, caseId: string): void => {
  const files = [...world.vaults.values()].flatMap((vault) => {
    const file = vault.program.version === 'now' ? sharedFile(vault, caseId) : null;
    return file === null ? [] : [{ name: vault.name, file, shape: shape(file) }];
  });
  for (const { name, file } of files)
    if (new Set(file.acts.map(({ hash }) => hash)).size !== file.acts.length)
      world.faults.push(`${name} holds an act twice`);
  for (const [at, one] of files.entries())
    for (const other of files.slice(at + 1)) {
      if (!isDeepStrictEqual(one.shape, other.shape) || sightIn(one.file) !== sightIn(other.file)) continue;
      count(world, 'pairs with the same acts');
      if (!isDeepStrictEqual(one.file.state, other.file.state))
        world.faults.push(`${one.name} and ${other.name} hold the same acts and not the same state`);
    }
};
