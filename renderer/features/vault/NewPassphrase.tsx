import { Stack, Text } from '@mantine/core';
import { passphraseProblem, passphraseRule } from '@shared/domain/identity/passphrase.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWriting } from '../../ui/form/JudgedInput.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { StrengthMeter } from './StrengthMeter.tsx';
import { estimateStrength, type Strength } from './strength.ts';

export interface NewPassphraseProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Texts that make it no stronger, e.g. the person's name. */
  readonly context: readonly string[];
  /** Heard with true as soon as it is strong enough and typed twice alike. */
  readonly onReady: (ready: boolean) => void;
  readonly disabled: boolean;
}

/** A new passphrase, typed twice, with its honest strength. */
export const NewPassphrase = ({ value, onChange, context, onReady, disabled }: NewPassphraseProps) => {
  const { t } = useTranslation();
  const [again, setAgain] = useState('');
  const [strength, setStrength] = useState<Strength | null>(null);
  const { wrote, said, ends } = useWriting();
  const words = context.join('\n');

  useEffect(() => {
    let wanted = true;
    if (value === '') setStrength(null);
    else void estimateStrength(value, words.split('\n')).then((found) => wanted && setStrength(found));
    return () => {
      wanted = false;
    };
  }, [value, words]);

  const problem = value === '' ? undefined : passphraseProblem(value, strength?.score ?? null);
  const ready = value !== '' && strength !== null && problem === undefined && again === value;
  useEffect(() => onReady(ready), [onReady, ready]);

  return (
    <Stack gap="sm" {...ends}>
      <Text size="sm">{t('vault.passphraseAdvice', { length: passphraseRule.minLength })}</Text>
      <PassphraseField
        label={t('vault.newPassphrase')}
        value={value}
        onChange={(typed) => {
          wrote();
          onChange(typed);
        }}
        disabled={disabled}
        autoFocus
      />
      <StrengthMeter strength={strength} />
      {problem !== undefined && (
        <Text size="sm" role="status">
          {t(`vault.passphraseProblem.${problem}`, { length: passphraseRule.minLength })}
        </Text>
      )}
      <PassphraseField
        label={t('vault.passphraseAgain')}
        value={again}
        onChange={(typed) => {
          wrote();
          setAgain(typed);
        }}
        disabled={disabled}
        error={said(again !== '' && again !== value ? t('vault.passphrasesDiffer') : undefined)}
      />
    </Stack>
  );
};
