import type { InternshipParts } from '@shared/domain/guidance/learning-contents.ts';
import {
  internshipAssessmentFields,
  internshipGainFields,
  internshipPlaceFields,
} from '@shared/domain/guidance/learning-contents-fields.ts';
import { useTranslation } from 'react-i18next';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { Section } from '../../../ui/Section.tsx';
import type { LearningPart } from './parts-of.ts';

type Part = LearningPart<InternshipParts>;

/** Where, how long and for what. */
export const InternshipPlan = ({ form }: Part) => {
  const { t } = useTranslation();
  return (
    <Section title={t('guidance.stage.workplace')} intro={t('guidance.internship.workplaceIntro')}>
      <FormFields fields={internshipPlaceFields} {...form} />
    </Section>
  );
};

/** What the practice brought, and how the supervisor judges it. */
export const InternshipEvaluation = ({ form }: Part) => {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('guidance.internship.gained')} intro={t('guidance.internship.gainedIntro')}>
        <FormFields fields={internshipGainFields} {...form} />
      </Section>
      <Section title={t('guidance.stage.assessment')}>
        <FormFields fields={internshipAssessmentFields} {...form} />
      </Section>
    </>
  );
};
