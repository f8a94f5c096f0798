import { Alert, Button, Text } from '@mantine/core';
import { evaluationFields, obstacleFieldsOf } from '@shared/domain/guidance/working-file-fields.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../../lib/navigation.ts';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { issuesBelow } from '../../../ui/form/issues.ts';
import { judgingBelow } from '../../../ui/form/judging.ts';
import { Section } from '../../../ui/Section.tsx';
import type { LedProps } from './part-props.ts';

/** The employee is asked what it helped with on a nameless sheet: voluntary, and never in this file. */
const BenefitsAsked = () => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Alert color="gray" variant="light" mt="md" title={t('programme.benefits.voluntary')}>
      <Text size="md">{t('programme.benefits.ask')}</Text>
      <Button mt="sm" variant="default" onClick={() => go(placeOf('benefits'))}>
        {t('programme.benefits.open')}
      </Button>
    </Alert>
  );
};

/** What came of it, what both learned, and what is next; and what stood in the way of the programme. */
export const EvaluationPart = ({ file, change, issue, judging }: LedProps) => {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('guidance.tab.evaluation')}>
        <FormFields
          fields={evaluationFields}
          value={file.evaluation}
          onChange={(name, next) =>
            change((current) => ({ ...current, evaluation: { ...current.evaluation, [name]: next } }))
          }
          issue={issuesBelow(issue, 'evaluation')}
          judging={judgingBelow(judging, 'evaluation')}
        />
        <BenefitsAsked />
      </Section>
      <Section title={t('guidance.obstacle.title')} intro={t('guidance.obstacle.intro')}>
        <FormFields
          fields={obstacleFieldsOf(file)}
          value={file}
          onChange={(name, next) => change((current) => ({ ...current, [name]: next }))}
          issue={issue}
          judging={judging}
        />
      </Section>
    </>
  );
};
