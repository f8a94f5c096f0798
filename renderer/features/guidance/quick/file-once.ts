import type { Contract } from '@shared/contract/index.ts';
import type { InputOf, OutputOf } from '@shared/contract/method.ts';
import type { Result } from '@shared/kernel/result.ts';

type Saving = InputOf<Contract['guidance.save']>;
type Saved = OutputOf<Contract['guidance.save']>;

/**
 * Stores working papers that a page begins, once: a try after one that stopped behind the storing writes the same file
 * again, and makes no second one.
 */
export const fileOnce = () => {
  let stored: Pick<Saving, 'guidanceId' | 'revision'> = { guidanceId: null, revision: 0 };
  return async <Failed>(
    save: (saving: Saving) => Promise<Result<Saved, Failed>>,
    file: Saving['file'],
  ): Promise<Result<Saved, Failed>> => {
    const saved = await save({ ...stored, file });
    if (saved.ok) stored = saved.value;
    return saved;
  };
};
