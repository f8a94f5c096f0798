import { useMemo } from 'react';
import { useQueryCall } from './query.ts';

/** Tells which cases have a page here: an employee's vault holds copies of a case that is not its own to open. */
export const useKnownCases = (): ((caseId: string | null) => caseId is string) => {
  const cases = useQueryCall('case.list', {}).data;
  const ids = useMemo(() => new Set(cases?.map(({ caseId }) => caseId)), [cases]);
  return (caseId): caseId is string => caseId !== null && ids.has(caseId);
};
