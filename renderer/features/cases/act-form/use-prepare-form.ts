import type { ActInput } from '@shared/contract/case.ts';
import { useCommand } from '../../../lib/query.ts';

/** Makes a printable form: blank (`draft` null) or prefilled from what is typed. */
export const usePrepareForm = () => {
  const { run, busy, error } = useCommand('documents.prepare');
  const prepare = async (form: string, caseId: string | null, draft: ActInput | null): Promise<string | null> => {
    const answer = await run({ form, caseId, draft });
    return answer.ok ? answer.value.viewId : null;
  };
  return { prepare, busy, error };
};
