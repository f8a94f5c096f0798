import type { Workspace } from './workspace.ts';

/** What lives in memory for as long as a vault is open: made at the first use, gone with the vault. */
export const createPerVault = <T>(make: () => T): ((work: Pick<Workspace, 'records'>) => T) => {
  const kept = new WeakMap<object, T>();
  return ({ records }) => {
    const found = kept.get(records);
    if (found !== undefined) return found;
    const made = make();
    kept.set(records, made);
    return made;
  };
};
