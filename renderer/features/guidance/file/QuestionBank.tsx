import { Button, Fieldset, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { maxSearch } from '@shared/contract/fields.ts';
import { maxText } from '@shared/domain/fields.ts';
import { type QuestionTopic, questionFields, questionStages, questionsOf } from '@shared/domain/guidance/questions.ts';
import type { CoachingSession } from '@shared/domain/guidance/working-file.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';

type Asked = CoachingSession['asked'];

export interface QuestionBankProps {
  readonly guidanceId: string;
  readonly session: CoachingSession;
  readonly onChange: (asked: Asked) => void;
}

/** Questions by stage of GROW or by field of the form; picked ones, or one's own, with the answer as a working note. */
export const QuestionBank = ({ guidanceId, session, onChange }: QuestionBankProps) => {
  const { t } = useTranslation();
  const [topic, setTopic] = useState<QuestionTopic>('goal');
  const draft = useDraft({
    kind: 'guidanceQuestion',
    caseId: null,
    subjectKey: `${guidanceId} ${session.sessionId}`,
    initial: { question: '' },
  });
  const own = draft.value.question;
  const { asked } = session;
  const add = (question: string): void => {
    if (question.trim() !== '' && asked.length < 100) onChange([...asked, { question: question.trim(), answer: '' }]);
  };
  return (
    <Fieldset legend={t('guidance.bank.title')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('guidance.bank.intro')}
      </Text>
      <Group align="flex-end" mb="xs">
        <Select
          label={t('guidance.bank.topic')}
          allowDeselect={false}
          value={topic}
          onChange={(next) => next !== null && setTopic(next as QuestionTopic)}
          data={[
            {
              group: t('guidance.bank.stages'),
              items: questionStages.map((value) => ({ value, label: t(`guidanceQuestions.topic.${value}`) })),
            },
            {
              group: t('guidance.bank.fields'),
              items: questionFields.map((value) => ({ value, label: t(`guidanceQuestions.topic.${value}`) })),
            },
          ]}
        />
        <Select
          label={t('guidance.bank.question')}
          placeholder={t('guidance.bank.pick')}
          w={420}
          maw="100%"
          value={null}
          onChange={(key) => key !== null && add(t(key))}
          data={questionsOf(topic).map(({ textKey }) => ({ value: textKey, label: t(textKey) }))}
        />
      </Group>
      <Group align="flex-end" mb="sm">
        <TextInput
          label={t('guidance.bank.own')}
          w={420}
          maw="100%"
          maxLength={maxSearch}
          value={own}
          disabled={!draft.ready}
          onChange={(event) => draft.setValue({ question: event.currentTarget.value })}
        />
        <Button
          variant="default"
          disabled={own.trim() === ''}
          onClick={() => {
            add(own);
            void draft.discard();
          }}
        >
          {t('guidance.bank.addOwn')}
        </Button>
      </Group>
      <Stack gap="sm">
        {asked.map((entry, index) => (
          <Textarea
            // biome-ignore lint/suspicious/noArrayIndexKey: the same question may be asked twice
            key={index}
            label={entry.question}
            autosize
            minRows={1}
            maxRows={8}
            maxLength={maxText}
            value={entry.answer}
            onChange={(event) => {
              const answer = event.currentTarget.value;
              onChange(asked.map((other, at) => (at === index ? { ...other, answer } : other)));
            }}
          />
        ))}
      </Stack>
    </Fieldset>
  );
};
