import { Anchor, Badge, Button, Group, List, Text } from '@mantine/core';
import type { ChoiceGround, ChoiceRecommendation } from '@shared/domain/guidance/choice.ts';
import {
  formFacts,
  formsOf,
  formsWithAims,
  type GuidanceForm,
  type TrainingForm,
  trainingForms,
} from '@shared/domain/guidance/choice-forms.ts';
import { guidanceRules } from '@shared/domain/guidance/rules.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation.ts';
import { FoldedText } from '../../ui/FoldedText.tsx';
import { RuleHint } from '../../ui/RuleHint.tsx';
import { Section } from '../../ui/Section.tsx';
import { startPlaces } from './starts.ts';
import { TrainingStart } from './TrainingStart.tsx';

type LedForm = Exclude<GuidanceForm, TrainingForm>;
const isLed = (form: GuidanceForm): form is LedForm => !trainingForms.some((training) => training === form);

/** One recommended form: why, from which source, how it goes, and where it begins. */
export const RecommendationCard = ({ recommendation }: { readonly recommendation: ChoiceRecommendation }) => {
  const { t } = useTranslation();
  const go = useGo();
  const { outcome, rank, grounds, disputed } = recommendation;
  const name = t(`guidanceChoice.outcome.${outcome}`);
  return (
    <Section
      order={3}
      title={name}
      actions={
        <Badge tt="none" variant="light" color={rank === 'first' ? 'petrol' : 'gray'}>
          {t(`guidanceChoice.rank.${rank}`)}
        </Badge>
      }
    >
      {disputed && (
        <Text size="sm" fw={500} mb={4}>
          {t('guidanceChoice.disputed')}
        </Text>
      )}
      <List size="sm" spacing={6} aria-label={t('guidanceChoice.grounds', { outcome: name })}>
        {grounds.map((ground) => (
          <GroundItem key={ground.row.id} ground={ground} disputed={disputed} />
        ))}
      </List>
      {outcome === 'counselling' && (
        <RuleHint>
          <FoldedText>{t('guidanceChoice.counsellingRule')}</FoldedText>{' '}
          <Anchor component="button" type="button" size="sm" onClick={() => go(placeOf('help'))}>
            {t('guidanceChoice.counsellingHelp')}
          </Anchor>
        </RuleHint>
      )}
      {outcome === 'talkFirst' && (
        <Group justify="flex-end" mt="sm">
          <Button
            variant={rank === 'first' ? 'filled' : 'default'}
            onClick={() => go(placeOf('newGuidance', { kind: 'dialogue' }))}
          >
            {t('guidance.new.dialogue')}
          </Button>
        </Group>
      )}
      {outcome === 'training' ? (
        <TrainingStart variant={rank === 'first' ? 'filled' : 'default'} />
      ) : (
        formsOf(outcome)
          .filter(isLed)
          .map((form) => (
            <div key={form}>
              <Aims form={form} />
              <Facts form={form} />
              <Group justify="flex-end" mt="sm">
                <Button variant={rank === 'first' ? 'filled' : 'default'} onClick={() => go(startPlaces[form])}>
                  {t(`guidanceChoice.start.${form}`)}
                </Button>
              </Group>
            </div>
          ))
      )}
    </Section>
  );
};

const GroundItem = ({ ground, disputed }: { readonly ground: ChoiceGround; readonly disputed: boolean }) => {
  const { t } = useTranslation();
  const { row, holds } = ground;
  return (
    <List.Item>
      {t(`guidanceChoice.row.${row.id}`)}{' '}
      <Text span size="sm" c="dimmed">
        ({t(`guidanceChoice.source.${row.source}`)}
        {disputed && `; ${t(holds ? 'guidanceChoice.holds' : 'guidanceChoice.holdsNot')}`})
      </Text>
    </List.Item>
  );
};

/** What the form is for and what is expected of it, where sources say so. */
const Aims = ({ form }: { readonly form: LedForm }) => {
  const { t } = useTranslation();
  if (!formsWithAims.some((known) => known === form)) return null;
  const said = [
    ['aim', guidanceRules.formAims],
    ['result', guidanceRules.expectedResults],
  ] as const;
  return said.map(([what, source]) => (
    <Text key={what} size="sm" mt="xs">
      {t(`guidanceChoice.${what}`)}: {t(`guidanceChoice.${what}Of.${form}`)}{' '}
      <Text span size="sm" c="dimmed">
        ({t(`guidanceChoice.source.${source}`)})
      </Text>
    </Text>
  ));
};

const Facts = ({ form }: { readonly form: LedForm }) => {
  const { t } = useTranslation();
  const { length, qualification } = formFacts[form];
  const facts = [
    [t('guidanceChoice.way'), t(`guidanceChoice.wayOf.${form}`)],
    [t('guidanceChoice.length'), t(`guidanceChoice.lengths.${length}`)],
    [
      t('guidanceChoice.qualification'),
      t(qualification ? 'guidanceChoice.qualificationAsked' : 'guidanceChoice.qualificationNotAsked'),
    ],
  ];
  return (
    <Text size="sm" c="dimmed" mt="xs">
      {facts.map(([fact, value]) => `${fact}: ${value}`).join(' · ')}. {t('guidanceChoice.factsSource')}
    </Text>
  );
};
