import { List, Text } from '@mantine/core';
import { only } from '@shared/domain/form/fields.ts';
import { type CommunityParts, communityValues } from '@shared/domain/guidance/learning-contents.ts';
import { communityFields, communityStepFields } from '@shared/domain/guidance/learning-contents-fields.ts';
import { useTranslation } from 'react-i18next';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { LearningPart } from './parts-of.ts';

const aimFields = only(communityFields, ['aim']);
type Part = LearningPart<CommunityParts>;

/** What a learning community holds by, in words. */
const Values = () => {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" c="dimmed" mt="md">
        {t('guidance.community.valuesIntro')}
      </Text>
      <List size="sm" spacing={2} aria-label={t('guidance.community.valuesIntro')}>
        {communityValues.map((value) => (
          <List.Item key={value}>
            <strong>{t(`guidance.communityValue.${value}.name`)}</strong>: {t(`guidance.communityValue.${value}.text`)}
          </List.Item>
        ))}
      </List>
    </>
  );
};

/** Aim and values, and the first step. */
export const CommunityPlan = ({ form }: Part) => {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('guidance.stage.communityAim')}>
        <FormFields fields={aimFields} {...form} />
        <Values />
      </Section>
      <Section title={t('guidance.stage.preparation')} intro={t('guidance.communityStep.preparation')}>
        <FormFields fields={communityStepFields.preparation} {...form} />
      </Section>
    </>
  );
};

/** The second step, beside the meetings. */
export const CommunitySteps = ({ form }: Part) => {
  const { t } = useTranslation();
  return (
    <Section title={t('guidance.stage.carryingOut')} intro={t('guidance.communityStep.carryingOut')}>
      <FormFields fields={communityStepFields.carryingOut} {...form} />
    </Section>
  );
};

/** The third step. */
export const CommunityEvaluation = ({ form }: Part) => {
  const { t } = useTranslation();
  return (
    <Section title={t('guidance.stage.communityEvaluation')} intro={t('guidance.communityStep.evaluation')}>
      <FormFields fields={communityStepFields.evaluation} {...form} />
    </Section>
  );
};
