import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../lib/error-text.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import type { PlanStepProps } from './PersonStep.tsx';
import { StepFrame } from './StepFrame.tsx';

/** Name of the vault's folder, and in which folder it is made. */
export const PlaceStep = ({ plan, onChange, onBack, onNext }: PlanStepProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<Failure | null>(null);
  const empty = plan.label.trim() === '';

  const choose = async (): Promise<void> => {
    const chosen = await rpc.call('dialog.chooseFolder', { purpose: 'newVaultParent' });
    if (!chosen.ok) return setError(chosen.error);
    setError(null);
    if (chosen.value !== null) onChange({ parent: chosen.value });
  };

  return (
    <StepFrame step="place" onBack={onBack} onNext={() => (empty ? setTried(true) : onNext())}>
      <TextInput
        label={t('vault.label')}
        description={t('vault.labelHint')}
        required
        maxLength={60}
        value={plan.label}
        onChange={(event) => onChange({ label: event.currentTarget.value })}
        error={tried && empty && t('vault.labelMissing')}
      />
      <Group justify="space-between">
        <div>
          <Text size="sm" fw={500}>
            {t('vault.parent')}
          </Text>
          <Text>{plan.parent?.label ?? t('vault.parentDefault')}</Text>
        </div>
        <Button variant="default" onClick={() => void choose()}>
          {t('vault.chooseParent')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('vault.parentHint')}
      </Text>
      {error !== null && <ErrorNotice error={error} />}
    </StepFrame>
  );
};
