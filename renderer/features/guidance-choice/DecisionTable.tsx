import { Badge, Button, Table, Text } from '@mantine/core';
import type { ChoiceRecommendation } from '@shared/domain/guidance/choice.ts';
import {
  type ChoiceQuestion,
  type ChoiceRow,
  choiceQuestions,
  choiceRows,
} from '@shared/domain/guidance/choice-rows.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';

const questions = Object.keys(choiceQuestions) as readonly ChoiceQuestion[];

/** Every rule behind the recommendations, and which of them hold now. */
export const DecisionTable = ({ recommended }: { readonly recommended: readonly ChoiceRecommendation[] }) => {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const held = new Set(
    recommended.flatMap(({ grounds }) => grounds.filter(({ holds }) => holds).map(({ row }) => row.id)),
  );
  return (
    <Section
      title={t('guidanceChoice.table')}
      intro={t('guidanceChoice.tableIntro')}
      actions={
        <Button size="compact-sm" variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'guidanceChoice.tableHide' : 'guidanceChoice.tableShow')}
        </Button>
      }
    >
      {shown && (
        <DataTable striped fz="sm" aria-label={t('guidanceChoice.table')}>
          <Table.Thead>
            <Table.Tr>
              {[...questions, 'outcome', 'reason'].map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`guidanceChoice.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {choiceRows.map((row) => (
              <RuleRow key={row.id} row={row} holds={held.has(row.id)} />
            ))}
          </Table.Tbody>
        </DataTable>
      )}
    </Section>
  );
};

const RuleRow = ({ row, holds }: { readonly row: ChoiceRow; readonly holds: boolean }) => {
  const { t } = useTranslation();
  const answerText = (question: ChoiceQuestion, answer: string | null): string =>
    t(answer === null ? 'guidanceChoice.noGap' : `guidanceChoice.answer.${question}.${answer}`);
  const condition = (question: ChoiceQuestion): string =>
    row.when[question]?.map((answer) => answerText(question, answer)).join('; ') ?? t('guidanceChoice.any');
  return (
    <Table.Tr>
      {questions.map((question) => (
        <Table.Td key={question} c={row.when[question] === undefined ? 'dimmed' : undefined}>
          {condition(question)}
        </Table.Td>
      ))}
      <Table.Th scope="row" fw={500}>
        {t(`guidanceChoice.outcome.${row.recommends}`)}
        <Text size="xs" c="dimmed">
          {t(`guidanceChoice.rank.${row.rank}`)}
        </Text>
        {holds && (
          <Badge tt="none" variant="light" color="green" mt={2}>
            {t('guidanceChoice.holdsShort')}
          </Badge>
        )}
      </Table.Th>
      <Table.Td miw={280}>
        {t(`guidanceChoice.row.${row.id}`)}{' '}
        <Text span size="sm" c="dimmed">
          ({t(`guidanceChoice.source.${row.source}`)})
        </Text>
      </Table.Td>
    </Table.Tr>
  );
};
