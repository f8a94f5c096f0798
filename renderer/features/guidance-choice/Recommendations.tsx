import { Button, Group, Text } from '@mantine/core';
import { type ChoiceAnswers, type ChoiceRecommendation, openQuestions } from '@shared/domain/guidance/choice.ts';
import { formsOf, guidanceForms } from '@shared/domain/guidance/choice-forms.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { Section } from '../../ui/Section.tsx';
import { RecommendationCard } from './RecommendationCard.tsx';
import { startPlaces } from './starts.ts';

export interface RecommendationsProps {
  readonly answers: ChoiceAnswers;
  readonly recommended: readonly ChoiceRecommendation[];
}

/** How far one is and what is recommended, in one sentence; heard by a screen reader as it changes. */
const useStatus = ({ answers, recommended }: RecommendationsProps): string => {
  const { t } = useTranslation();
  const { list } = useFormat();
  const count = openQuestions(answers).length;
  const forms = list(recommended.map(({ outcome }) => t(`guidanceChoice.outcome.${outcome}`)));
  if (Object.keys(answers).length === 0) return t('guidanceChoice.statusNone');
  if (count === 0) return t('guidanceChoice.statusDone', { forms });
  return recommended.length === 0
    ? t('guidanceChoice.statusOpen', { count })
    : t('guidanceChoice.statusSoFar', { forms, count });
};

/** What fits these answers, and the forms that one may choose all the same. */
export const Recommendations = ({ answers, recommended }: RecommendationsProps) => {
  const { t } = useTranslation();
  const status = useStatus({ answers, recommended });
  const others = guidanceForms.filter((form) => !recommended.some(({ outcome }) => formsOf(outcome).includes(form)));
  return (
    <Section title={t('guidanceChoice.result')} intro={t('guidanceChoice.decides')}>
      <Text role="status" fw={500} mb="sm">
        {status}
      </Text>
      {recommended.map((recommendation) => (
        <RecommendationCard key={recommendation.outcome} recommendation={recommendation} />
      ))}
      {recommended.length > 0 && others.length > 0 && <OtherForms forms={others} />}
    </Section>
  );
};

const OtherForms = ({ forms }: { readonly forms: readonly (typeof guidanceForms)[number][] }) => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Section plain order={3} title={t('guidanceChoice.otherForms')} intro={t('guidanceChoice.otherFormsHint')}>
      <Group gap="xs">
        {forms.map((form) => (
          <Button key={form} size="xs" variant="default" onClick={() => go(startPlaces[form])}>
            {t(`guidanceChoice.start.${form}`)}
          </Button>
        ))}
      </Group>
    </Section>
  );
};
