import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/Section.tsx';
import { EvaluationCards, type EvaluationCardsProps } from './EvaluationCards.tsx';
import { EvaluationForm, type EvaluationFormProps } from './EvaluationForm.tsx';

type EvaluationsProps = EvaluationCardsProps & Omit<EvaluationFormProps, 'replaces' | 'onLeave' | 'isHeld'>;

/** The evaluations of a plan that is closed, and the correction of the latest one by a new one. */
export const Evaluations = ({ evaluations, unsigned, ...plan }: EvaluationsProps) => {
  const { t } = useTranslation();
  const [isCorrecting, setCorrecting] = useState(false);
  const latest = evaluations[0]?.hash ?? 'unsigned';
  return (
    <>
      <Section title={t('competence.evaluation.title')} order={3}>
        <EvaluationCards evaluations={evaluations} unsigned={unsigned} lines={plan.lines} />
        {!isCorrecting && (
          <Group mt="sm">
            <Button variant="default" onClick={() => setCorrecting(true)}>
              {t('competence.evaluation.correct')}
            </Button>
          </Group>
        )}
      </Section>
      {isCorrecting && (
        <EvaluationForm {...plan} isHeld={false} replaces={latest} onLeave={() => setCorrecting(false)} />
      )}
    </>
  );
};
