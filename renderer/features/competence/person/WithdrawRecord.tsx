import type { CountedRecord } from '@shared/contract/competence.ts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { WithdrawDialog } from '../WithdrawDialog.tsx';

export interface WithdrawRecordProps {
  readonly record: CountedRecord;
  readonly onClose: () => void;
}

/** Takes a learning record back. */
export const WithdrawRecord = ({ record, onClose }: WithdrawRecordProps) => {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('competence.withdrawRecord');
  const withdraw = async (reason: string): Promise<void> => {
    if ((await run({ recordId: record.recordId, reason })).ok) onClose();
  };
  return (
    <WithdrawDialog
      title={t('competence.withdrawNamed', { title: record.title })}
      text={t('competence.withdrawText')}
      busy={busy}
      error={error}
      onWithdraw={(reason) => void withdraw(reason)}
      onClose={onClose}
    />
  );
};
