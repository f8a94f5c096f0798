import { Radio, SimpleGrid } from '@mantine/core';
import { type ChoiceQuestion, choiceQuestions } from '@shared/domain/guidance/choice-rows.ts';
import { useTranslation } from 'react-i18next';

export interface QuestionGroupProps {
  readonly question: ChoiceQuestion;
  readonly value: string | null;
  readonly onChange: (answer: string) => void;
}

/** Answers of three words or so stand side by side. */
const columnsOf = (question: ChoiceQuestion): number => (['gap', 'performance'].includes(question) ? 3 : 2);

/** One question with its answers. */
export const QuestionGroup = ({ question, value, onChange }: QuestionGroupProps) => {
  const { t } = useTranslation();
  return (
    <Radio.Group label={t(`guidanceChoice.question.${question}`)} value={value} onChange={onChange} mb="sm">
      <SimpleGrid cols={{ base: 1, xs: columnsOf(question) }} spacing="xs" verticalSpacing={6} mt={6}>
        {choiceQuestions[question].map((answer) => (
          <Radio key={answer} value={answer} label={t(`guidanceChoice.answer.${question}.${answer}`)} />
        ))}
      </SimpleGrid>
    </Radio.Group>
  );
};
