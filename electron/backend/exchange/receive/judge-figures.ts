import type { Directory } from '@shared/domain/identity/directory.ts';
import { rolesOn } from '@shared/domain/identity/directory.ts';
import { isInOffice } from '@shared/domain/identity/person.ts';
import type { Figures } from '@shared/domain/programme/figures.ts';
import { ok } from '@shared/kernel/result.ts';
import { readFiguresFile } from '../../formats/package/figures-file.ts';
import { ownCertified } from '../../identity/own-keys.ts';
import { ownKeyOf, todayOf, type Unlocked } from '../../vault/unlocked.ts';
import { held, type Judged } from './judged-package.ts';
import type { ReadPackage } from './read-incoming.ts';

/**
 * Figures of a programme that came; null in a package of another kind. Held where they are none, where they tell a
 * count that may not leave, and where this vault is not in the office.
 */
export const judgeFigures = (
  unlocked: Unlocked,
  directory: Directory,
  { figures }: Pick<ReadPackage, 'figures'>,
): Judged<Figures | null> => {
  if (figures === null) return ok(null);
  const told = readFiguresFile(figures);
  if (told === undefined) return held('packageTampered');
  const own = ownCertified(unlocked.vault.records, ownKeyOf(unlocked), directory);
  if (own === undefined || !isInOffice(rolesOn(own.entry, todayOf(unlocked)))) return held('figuresNotForMe');
  return ok(told);
};
