import './choice.css';
import { Button, Grid } from '@mantine/core';
import { askedQuestions, type ChoiceAnswers, recommend } from '@shared/domain/guidance/choice.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotForSkp } from '../../ui/NotForSkp.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { DecisionTable } from './DecisionTable.tsx';
import { QuestionGroup } from './QuestionGroup.tsx';
import { Recommendations } from './Recommendations.tsx';

/** A short form, what fits with its reasons, and the whole table behind it. Answers live in this page alone. */
export const ChoicePage = () => {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<ChoiceAnswers>({});
  const recommended = recommend(answers);
  return (
    <Page title={t('guidanceChoice.title')} intro={t('guidanceChoice.intro')}>
      <NotForSkp />
      <Grid gap="md" columns={24}>
        <Grid.Col span={{ base: 24, md: 11 }} className="choice-form">
          <Section
            title={t('guidanceChoice.form')}
            intro={t('guidanceChoice.notStored')}
            actions={
              <Button size="compact-sm" variant="default" onClick={() => setAnswers({})}>
                {t('guidanceChoice.clear')}
              </Button>
            }
          >
            <form onSubmit={(event) => event.preventDefault()}>
              {askedQuestions(answers).map((question) => (
                <QuestionGroup
                  key={question}
                  question={question}
                  value={answers[question] ?? null}
                  onChange={(answer) => setAnswers((current) => ({ ...current, [question]: answer }))}
                />
              ))}
            </form>
          </Section>
        </Grid.Col>
        <Grid.Col span={{ base: 24, md: 13 }}>
          <Recommendations answers={answers} recommended={recommended} />
        </Grid.Col>
      </Grid>
      <DecisionTable recommended={recommended} />
    </Page>
  );
};
