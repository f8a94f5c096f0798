import type { FieldIssue } from '@shared/domain/field-issue.ts';
import { recordContent } from '@shared/domain/guidance/record-contents.ts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { readBy } from '../../../ui/form/issues.ts';
import { useNotice } from '../../../ui/notice.ts';

/** Makes a record of what is written: the working papers are saved first, what is missing is named. */
export const useMakeRecord = (
  guidanceId: string,
  store: () => Promise<boolean>,
  onIssues: (issues: readonly FieldIssue[]) => void,
) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const make = useCommand('guidance.makeRecord');
  const run = async (given: unknown, sign: boolean): Promise<boolean> => {
    const { data: content, issues } = readBy(recordContent, given);
    onIssues(issues);
    if (content === null) {
      notice(t('guidance.somethingMissing'));
      return false;
    }
    if (!(await store())) return false;
    const made = await make.run({ guidanceId, content, sign });
    if (made.ok) notice(t(sign ? 'guidance.records.madeSigned' : 'guidance.records.made'));
    return made.ok;
  };
  return { run, busy: make.busy, error: make.error };
};
