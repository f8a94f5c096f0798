import { plainUnit } from './same-person.ts';

/** One unit of a register, with all ways in which it is written there. */
export interface UnitGroup {
  /** The way in which most write it, else the first one; empty for no unit. */
  readonly unit: string;
  readonly spellings: readonly string[];
}

/**
 * Units of a register, each once however it is written (`plainUnit`), in the order of their first spellings. Takes each
 * spelling with the number of people who have it.
 */
export const unitGroups = (
  written: readonly { readonly unit: string; readonly people: number }[],
): ReadonlyMap<string, UnitGroup> => {
  const groups = new Map<string, { unit: string; people: number; spellings: string[] }>();
  for (const { unit, people } of written) {
    const key = plainUnit(unit);
    const group = groups.get(key) ?? { unit: key === '' ? '' : unit, people, spellings: [] };
    if (key !== '' && people > group.people) Object.assign(group, { unit, people });
    group.spellings.push(unit);
    groups.set(key, group);
  }
  return groups;
};
