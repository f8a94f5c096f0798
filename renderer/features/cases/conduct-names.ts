import { conductLists, conductTexts, staffAspects } from '@shared/domain/behaviour/core-values.ts';
import { useQueryCall } from '../../lib/query.ts';

/** A group of entries to choose from. */
interface ConductGroup {
  readonly group: string;
  readonly items: { readonly value: string; readonly label: string }[];
}

/** Names of core values and conduct guides; Indonesian, as the reference text is. */
export interface ConductNames {
  readonly nameOf: (value: string, conduct: string | null) => string;
  /** The reference list that the settings choose, by core value; a value alone may be chosen too. */
  readonly groups: readonly ConductGroup[];
  /** Names of those among them that are only for somebody who has staff. */
  readonly forStaff: readonly string[];
}

/** A core value, and where one is named its conduct guide; unknown codes show themselves. */
export const conductName = (value: string, conduct: string | null): string => {
  const name = conductTexts[value] ?? value;
  return conduct === null ? name : `${name}: ${conductTexts[conduct] ?? conduct}`;
};

/** Entries of a reference list; `value/conduct` is the key of a conduct guide, `value` that of a core value. */
export const conductGroups = (list: keyof typeof conductLists): readonly ConductGroup[] =>
  conductLists[list].map(({ code, text, conducts }) => ({
    group: text,
    items: [
      { value: code, label: text },
      ...conducts.map((conduct) => ({ value: `${code}/${conduct.code}`, label: conduct.text })),
    ],
  }));

/** Gives the names of the reference list that the settings choose. */
export const useConductNames = (): ConductNames => {
  const list = useQueryCall('settings.get', {}).data?.conductList ?? 'berakhlak';
  const forStaff = conductLists[list].filter(({ code }) => staffAspects.includes(code)).map(({ text }) => text);
  return { nameOf: conductName, groups: conductGroups(list), forStaff };
};
