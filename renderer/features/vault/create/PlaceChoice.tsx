import { Button, Group, Text } from '@mantine/core';
import { maxLabel } from '@shared/contract/vault.ts';
import { typedLine } from '@shared/kernel/hidden-signs.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../lib/failure-text.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { JudgedInput } from '../../../ui/form/JudgedInput.tsx';
import type { Plan } from './wizard.ts';

export interface PlaceChoiceProps {
  readonly plan: Pick<Plan, 'label' | 'parent'>;
  readonly onChange: (part: Partial<Plan>) => void;
  /** Says that the name is missing, if it is. */
  readonly showProblems: boolean;
}

/** True when the vault has no name yet. */
export const isNameless = ({ label }: Pick<Plan, 'label'>): boolean => typedLine(label) === '';

/** Name of the vault's folder, and in which folder it is made. */
export const PlaceChoice = ({ plan, onChange, showProblems }: PlaceChoiceProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const [error, setError] = useState<Failure | null>(null);
  const choose = async (): Promise<void> => {
    const chosen = await rpc.call('dialog.chooseFolder', { purpose: 'newVaultParent' });
    if (!chosen.ok) return setError(chosen.error);
    setError(null);
    if (chosen.value !== null) onChange({ parent: chosen.value });
  };
  return (
    <>
      <JudgedInput
        label={t('vault.label')}
        description={t('vault.labelHint')}
        required
        maxLength={maxLabel}
        value={plan.label}
        onWrite={(label) => onChange({ label })}
        error={showProblems && isNameless(plan) && t('vault.labelMissing')}
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
    </>
  );
};
