import { Stack, Text } from '@mantine/core';
import { mentoringFormTitles } from '@shared/domain/documents/guidance/titles.ts';
import type { RecordContent } from '@shared/domain/guidance/record-contents.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';

type Field = readonly [label: string, text: string];

/** The fields of a record in the order of its form, as the paper shows them. */
const useFields = (content: RecordContent): Field[] => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const field = (name: string): string => t(`guidance.field.${name}`);
  const six = (plan: Extract<RecordContent, { kind: 'mentoring' | 'mentoringPlan' }>): Field[] =>
    (['purpose', 'skill', 'steps', 'period', 'change', 'measure'] as const).map((name) => [
      t(`guidance.plan.${name}`),
      plan[name],
    ]);
  switch (content.kind) {
    case 'preCoaching':
      return (['progress', 'problem', 'cause', 'alternatives'] as const).map((name) => [field(name), content[name]]);
    case 'coaching': {
      const { exploration, adjustment } = content;
      return [
        ...(['progress', 'problem', 'cause', 'alternatives'] as const).map(
          (name): Field => [field(name), content[name]],
        ),
        ...(['method', 'process', 'quality'] as const).map((name): Field => [field(name), exploration[name]]),
        [field('discussion'), content.discussion],
        ...(adjustment === null
          ? []
          : [
              [t('guidance.adjustmentState'), t(`guidance.adjustment.${adjustment.state}`)] as const,
              ...(['expectation', 'measure', 'target'] as const).map((name): Field => [field(name), adjustment[name]]),
            ]),
        [field('minutes'), String(content.minutes)],
        [field('place'), content.place],
        [field('actionPlan'), content.actionPlan],
        [field('dueDate'), content.dueDate === '' ? '' : date(content.dueDate)],
      ];
    }
    case 'mentoringPlan':
      return six(content);
    case 'mentoring':
      return [
        ...six(content),
        [field('forms'), content.forms.map((form) => mentoringFormTitles[form]).join(', ')],
        ...content.log.map((entry): Field => [date(entry.date), `${entry.activity}: ${entry.result}`]),
      ];
    case 'feedbackSummary':
      return [
        [field('purposeOfSummary'), content.purpose],
        [field('summary'), content.summary],
        [field('shownOn'), date(content.shownOn)],
        [field('response'), content.response],
        [field('acknowledgement'), t(`guidance.acknowledgement.${content.acknowledgement}`)],
      ];
  }
};

/** What a record says; empty fields are left out. */
export const RecordFields = ({ content }: { readonly content: RecordContent }) => (
  <Stack gap={6} my="xs" component="dl">
    {useFields(content)
      .filter(([, text]) => text !== '')
      .map(([label, text]) => (
        <div key={label}>
          <Text component="dt" size="sm" fw={600}>
            {label}
          </Text>
          <Text component="dd" m={0} style={{ whiteSpace: 'pre-wrap' }}>
            {text}
          </Text>
        </div>
      ))}
  </Stack>
);
