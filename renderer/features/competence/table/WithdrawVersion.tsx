import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { WithdrawDialog } from '../WithdrawDialog.tsx';

export interface WithdrawVersionProps {
  readonly versionNo: number;
  readonly onClose: () => void;
}

/** Takes back a version of the conversion table that a wrong clock published. */
export const WithdrawVersion = ({ versionNo, onClose }: WithdrawVersionProps) => {
  const { t } = useTranslation();
  const { run, busy, error } = useCommand('competence.withdrawTable');
  return (
    <WithdrawDialog
      draftOf={{ kind: 'versionWithdrawal', subjectKey: String(versionNo) }}
      title={t('competence.table.withdrawNamed', { number: versionNo })}
      text={t('competence.table.withdrawText')}
      busy={busy}
      error={error}
      onWithdraw={async (reason) => (await run({ versionNo, reason })).ok}
      onClose={onClose}
    />
  );
};
