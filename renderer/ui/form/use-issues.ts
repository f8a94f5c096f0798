import type { FieldIssue } from '@shared/domain/field-issue.ts';
import { useTranslation } from 'react-i18next';
import { issueLookup } from './issues.ts';
import { useJudging } from './judging.ts';

/**
 * Refusals of a form that its schema reads: of a field once it was left with something new, of all once somebody tried
 * to go on. They are of what stands there now: what is mended is not told any more. `read` refuses what is typed.
 */
export const useIssues = (read: () => readonly FieldIssue[]) => {
  const { t } = useTranslation();
  const { tried, isBegun, judging, shown, tryAll, reset } = useJudging();
  const all = isBegun ? read() : [];
  return {
    /** All that is refused, once somebody tried to go on. */
    issues: tried ? all : [],
    issue: shown(issueLookup(all, (code) => t(`fieldIssue.${code}`))),
    judging,
    /** Somebody tries to go on with something of which this was refused; nothing refused: the form is as it opened. */
    judge: (refused: readonly FieldIssue[]): void => (refused.length === 0 ? reset() : tryAll()),
  };
};
