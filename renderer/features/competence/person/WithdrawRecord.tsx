import type { CountedRecord } from '@shared/contract/competence.ts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { WithdrawDialog } from '../WithdrawDialog.tsx';

export interface WithdrawRecordProps {
  readonly personId: string;
  readonly record: CountedRecord;
  readonly onClose: () => void;
}

/** Takes a learning record back. */
export const WithdrawRecord = ({ personId, record, onClose }: WithdrawRecordProps) => {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('competence.withdrawRecord');
  return (
    <WithdrawDialog
      draftOf={{ kind: 'learningWithdrawal', subjectKey: `${personId} ${record.recordId}` }}
      title={t('competence.withdrawNamed', { title: record.title })}
      text={t('competence.withdrawText')}
      busy={busy}
      error={error}
      onWithdraw={async (reason) => (await run({ recordId: record.recordId, reason })).ok}
      onClose={onClose}
    />
  );
};
