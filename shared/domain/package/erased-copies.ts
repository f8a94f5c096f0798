import type { ActHeader } from '../case/header.ts';

// An employee may erase a copy. Nothing brings it back but the employee's own word (law: ownCopies).

/** An act of a package of copies. */
export interface CameCopy {
  readonly hash: string;
  readonly header: Pick<ActHeader, 'type' | 'about'>;
  /** False for what is here already. */
  readonly isNew: boolean;
}

/**
 * What becomes of acts that belong to erased copies. `leftOut`: the rest comes in without them. `asks`: nothing else
 * came, so whoever holds the vault may take them again. `refused`: nothing but what was once said of an erased copy.
 */
export interface ErasedComing {
  readonly hashes: ReadonlySet<string>;
  readonly fate: 'none' | 'leftOut' | 'asks' | 'refused';
}

/** The copy that an act of such a package belongs to: itself, or the one that it answers. */
export const copyOf = ({ hash, header }: Omit<CameCopy, 'isNew'>): string =>
  header.type === 'copyReleased' ? hash : (header.about ?? hash);

/** Judges a package of copies of which some may have been erased here. */
export const erasedComing = (acts: readonly CameCopy[], isErased: (copy: string) => boolean): ErasedComing => {
  const erased = acts.filter((act) => isErased(copyOf(act)));
  const hashes = new Set(erased.map(({ hash }) => hash));
  if (erased.length === 0) return { hashes, fate: 'none' };
  if (acts.some(({ hash, isNew }) => isNew && !hashes.has(hash))) return { hashes, fate: 'leftOut' };
  return { hashes, fate: erased.some(({ header }) => header.type === 'copyReleased') ? 'asks' : 'refused' };
};
