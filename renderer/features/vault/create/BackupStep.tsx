import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../lib/failure-text.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import type { PlanStepProps } from './PersonStep.tsx';
import { StepFrame } from './StepFrame.tsx';
import type { Plan } from './wizard.ts';

type Choice = 'folder' | 'none';

const choiceOf = (backup: Plan['backup']): Choice | null => {
  if (backup === null) return null;
  return backup === 'declined' ? 'none' : 'folder';
};

/** Where backups go, or an explicit no. */
export const BackupStep = ({ plan, onChange, onBack, onNext }: PlanStepProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [choice, setChoice] = useState<Choice | null>(choiceOf(plan.backup));
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const chosen = plan.backup === 'declined' ? null : plan.backup;

  const choose = async (): Promise<void> => {
    const folder = await rpc.call('dialog.chooseFolder', { purpose: 'backups' });
    if (!folder.ok) return setError(folder.error);
    setError(null);
    if (folder.value === null) return;
    setChoice('folder');
    onChange({ backup: folder.value });
  };
  const decide = (value: string): void => {
    setChoice(value as Choice);
    onChange({ backup: value === 'none' ? 'declined' : null });
  };

  return (
    <StepFrame step="backup" onBack={onBack} onNext={() => (plan.backup === null ? setTried(true) : onNext())}>
      <Radio.Group
        aria-label={t('vault.step.backup.title')}
        value={choice}
        onChange={decide}
        error={tried && plan.backup === null && t('vault.backupPlace.missing')}
      >
        <Stack gap="sm">
          <Radio value="folder" label={t('vault.backupPlace.choose')} description={t('vault.backupPlace.hint')} />
          <Group pl="xl" gap="sm">
            <Button variant="default" onClick={() => void choose()}>
              {t('vault.backupPlace.folder')}
            </Button>
            {chosen !== null && <Text role="status">{chosen.label}</Text>}
          </Group>
          <Radio value="none" label={t('vault.backupPlace.none')} description={t('vault.backupPlace.noneText')} />
        </Stack>
      </Radio.Group>
      {error !== null && <ErrorNotice error={error} />}
    </StepFrame>
  );
};
