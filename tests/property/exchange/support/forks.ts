import type { JudgedPackage } from '../../../../electron/backend/exchange/receive/judged-package.ts';
import { count, type Flight, type Vault, type World } from './world.ts';

/**
 * Counts what a vault doubts of a package, and holds it to that nobody is told as one who forked the own past but whose
 * vault was put back: nobody else of a history does it, whatever of the past is not at hand.
 */
export const checkDoubts = (world: World, { number }: Flight, vault: Vault, judged: JudgedPackage): void => {
  for (const { code } of judged.doubts) count(world, `doubt ${code}`);
  const told = judged.doubts.filter(({ code }) => code === 'actForked').flatMap(({ names }) => names);
  for (const name of told)
    if (!world.putBack.has(name))
      world.faults.push(`${vault.name} takes ${name} for who forked the past by #${number}`);
};
