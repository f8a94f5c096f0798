import { useCaseTexts } from './texts.ts';

/** Names of core values and conduct guides of the reference list. */
export interface ConductNames {
  readonly nameOf: (value: string, conduct: string | null) => string;
  /** The list to choose from, by core value. */
  readonly groups: { readonly group: string; readonly items: { readonly value: string; readonly label: string }[] }[];
}

/** Gives the names of the reference list that the settings choose. */
export const useConductNames = (): ConductNames => {
  const { t } = useCaseTexts();
  void t;
  return { nameOf: (value, conduct) => conduct ?? value, groups: [] };
};
