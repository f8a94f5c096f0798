import { isLed, partyOf } from '@shared/domain/guidance/record.ts';
import { useTranslation } from 'react-i18next';
import type { Holder } from '../../../lib/holder.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { useWritten, WriteRecord } from '../quick/WriteRecord.tsx';
import type { Opened } from './part-props.ts';

/** What the employee may write for a coaching or mentoring whose working papers are the leader's. */
export const WriteForReceived = ({ opened, holder }: { readonly opened: Opened; readonly holder: Holder }) => {
  const { t } = useTranslation();
  const kind = opened.kind === 'coaching' ? 'preCoaching' : 'mentoringPlan';
  const draft = useWritten(kind, opened.guidanceId);
  const make = useCommand('guidance.makeRecord');
  const notice = useNotice();
  const record = opened.records.flatMap((view) => view.record ?? []).at(-1);
  const party = record === undefined ? undefined : partyOf(record, holder.person);
  if (!isLed(opened.kind) || party === undefined || party === 0) return null;
  return (
    <>
      {make.error !== null && <ErrorNotice error={make.error} />}
      <WriteRecord
        kind={kind}
        draft={draft}
        busy={make.busy}
        onWritten={async (content) => {
          const made = await make.run({ guidanceId: opened.guidanceId, content, sign: true });
          if (made.ok) notice(t('guidance.write.done'));
          return made.ok;
        }}
      />
    </>
  );
};
