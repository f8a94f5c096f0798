import type { ListedAct } from '@shared/contract/case.ts';
import { useActsCheck } from '../act-form/use-act-check.ts';
import type { PaperState } from './paper-state.ts';
import { mayTry, toldBy, tryable } from './tried-acts.ts';

/**
 * Tries the acts with which a file begins while they are written: the page asks what is missing, it does not know.
 * `slotOf`: which place for files answers an obstacle, by its code.
 */
export const useTriedActs = <Slot extends string>(
  acts: readonly ListedAct[],
  slotOf: Readonly<Record<string, Slot>>,
  files: Pick<PaperState, 'scan' | 'evidence'>,
) => {
  const { check, error, checkNow } = useActsCheck(tryable(acts));
  return {
    ...toldBy(check ?? [], slotOf, files),
    /** The checks of the latest trial, by the order of the acts; empty before the first one. */
    checks: check ?? [],
    error,
    /**
     * Tries them as they are now; false when something stands in the way that the page shows: an obstacle, or a refused
     * field where it has one to point at. Any other refusal is left to the call, whose answer the page shows.
     */
    mayRecord: async (shownGaps: number): Promise<boolean> => {
      const latest = await checkNow();
      return latest !== null && mayTry(latest, shownGaps);
    },
  };
};
