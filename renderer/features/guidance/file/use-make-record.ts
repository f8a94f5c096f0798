import { recordContent } from '@shared/domain/guidance/record-contents.ts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { useNotice } from '../../../ui/notice.ts';
import { type Issues, issuesOf } from '../form/issues.ts';

/** Makes a record of what is written: the working papers are saved first, what is missing is named. */
export const useMakeRecord = (
  guidanceId: string,
  store: () => Promise<boolean>,
  onIssues: (issues: Issues) => void,
) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const make = useCommand('guidance.makeRecord');
  const run = async (given: unknown, sign: boolean): Promise<boolean> => {
    const content = recordContent.safeParse(given);
    onIssues(issuesOf(content, t));
    if (!content.success) {
      notice(t('guidance.somethingMissing'));
      return false;
    }
    if (!(await store())) return false;
    const made = await make.run({ guidanceId, content: content.data, sign });
    if (made.ok) notice(t(sign ? 'guidance.records.madeSigned' : 'guidance.records.made'));
    return made.ok;
  };
  return { run, busy: make.busy, error: make.error };
};
