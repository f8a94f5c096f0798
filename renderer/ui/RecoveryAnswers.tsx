import { Group, TextInput } from '@mantine/core';
import { maxRecoveryGroup } from '@shared/contract/vault.ts';
import { useTranslation } from 'react-i18next';

export interface RecoveryAnswersProps {
  /** Zero-based indexes of the two groups that are asked back. */
  readonly asked: readonly [number, number];
  readonly answers: readonly [string, string];
  readonly disabled: boolean;
  readonly autoFocus?: boolean;
  readonly onChange: (answers: readonly [string, string]) => void;
}

/** Two groups of a recovery code, to be copied from its sheet. */
export const RecoveryAnswers = ({ asked, answers, disabled, autoFocus = false, onChange }: RecoveryAnswersProps) => {
  const { t } = useTranslation();
  const field = (index: 0 | 1) => (
    <TextInput
      label={t('vault.group', { number: asked[index] + 1 })}
      value={answers[index]}
      maxLength={maxRecoveryGroup}
      disabled={disabled}
      onChange={(event) => {
        const text = event.currentTarget.value.toUpperCase();
        onChange(index === 0 ? [text, answers[1]] : [answers[0], text]);
      }}
      autoComplete="off"
      spellCheck={false}
      autoFocus={autoFocus && index === 0}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
    />
  );
  return (
    <Group grow align="flex-start">
      {field(0)}
      {field(1)}
    </Group>
  );
};
