import { Text } from '@mantine/core';
import { countOf } from '@shared/domain/retention/erasure.ts';
import { approvalFields, executionFields } from '@shared/domain/retention/fields.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../lib/draft.ts';
import { today } from '../../lib/format.ts';
import { type Output, useCommand } from '../../lib/query.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FormFields } from '../../ui/form/FormFields.tsx';
import { noIssues } from '../../ui/form/issues.ts';

interface DialogProps {
  readonly erasure: Output<'case.retention'>['erasures'][number];
  readonly onClose: () => void;
}

/** By which letter the erasure was approved. */
export const ApproveDialog = ({ erasure: { erasureId, content }, onClose }: DialogProps) => {
  const { t } = useTranslation();
  const initial = content.approval ?? { official: '', number: '', date: today(), consideration: '' };
  const draft = useDraft({ kind: 'erasureApproval', caseId: null, subjectKey: erasureId, initial });
  const approve = useCommand('retention.approve');
  const submit = async (): Promise<void> => {
    if (!(await approve.run({ erasureId, approval: draft.value })).ok) return;
    await draft.discard();
    onClose();
  };
  return (
    <FormDialog
      title={t('retention.approve')}
      busy={approve.busy}
      draft={draft}
      error={approve.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormFields
        fields={approvalFields}
        value={draft.value}
        onChange={(name, next) => draft.setValue((known) => ({ ...known, [name]: next }))}
        issue={noIssues}
      />
    </FormDialog>
  );
};

/** How it is carried out; it is erased once the person has confirmed it in the window of confirmation. */
export const EraseDialog = ({ erasure: { erasureId, content }, onClose }: DialogProps) => {
  const { t } = useTranslation();
  const initial = { number: '', date: today() as string, place: '', witnesses: [] as string[] };
  const draft = useDraft({ kind: 'erasureExecution', caseId: null, subjectKey: erasureId, initial });
  const erase = useCommand('retention.erase');
  const submit = async (): Promise<void> => {
    if (!(await erase.run({ erasureId, execution: draft.value })).ok) return;
    await draft.discard();
    onClose();
  };
  return (
    <FormDialog
      title={t('retention.eraseTitle', { count: countOf(content) })}
      submitLabel={t('retention.erase')}
      busy={erase.busy}
      draft={draft}
      error={erase.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text>{t(`retention.eraseHint.${content.holding}`)}</Text>
      <FormFields
        fields={executionFields}
        value={draft.value}
        onChange={(name, next) => draft.setValue((known) => ({ ...known, [name]: next }))}
        issue={noIssues}
      />
    </FormDialog>
  );
};
