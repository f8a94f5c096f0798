import { Button, Group, Stack, Text } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../Card.tsx';
import { type Step, useSteps } from './wizard.ts';

export interface StepFrameProps {
  readonly step: Step;
  readonly onBack?: (() => void) | undefined;
  readonly onNext: () => void;
  readonly nextLabel?: string;
  readonly nextDisabled?: boolean;
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** One step of the wizard: where one is, what is asked, back and on (Enter goes on). */
export const StepFrame = ({
  step,
  onBack,
  onNext,
  nextLabel,
  nextDisabled = false,
  busy = false,
  children,
}: StepFrameProps) => {
  const { t } = useTranslation();
  const steps = useSteps();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy && !nextDisabled) onNext();
  };
  return (
    <Card
      title={t(`vault.step.${step}.title`)}
      intro={t(`vault.step.${step}.intro`)}
      focusTitle={step !== 'passphrase' && step !== 'confirm'}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {children}
          <Group justify="space-between">
            {onBack === undefined ? (
              <span />
            ) : (
              <Button variant="default" onClick={onBack} disabled={busy}>
                {t('common.back')}
              </Button>
            )}
            <Text size="sm" c="dimmed">
              {t('vault.stepOf', { number: steps.indexOf(step) + 1, total: steps.length })}
            </Text>
            <Button type="submit" loading={busy} disabled={nextDisabled}>
              {nextLabel ?? t('common.continue')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
};
