import { mentoringFormTitles } from '@shared/domain/documents/guidance/titles.ts';
import type { RecordContent } from '@shared/domain/guidance/record-contents.ts';

/** A field by its label, and what it says. */
export type RecordField = readonly [label: string, text: string];

/** What the fields are written with: texts, and a day in words. */
export interface RecordWords {
  readonly t: (key: string) => string;
  readonly date: (day: string) => string;
}

/** The fields of a record in the order of its form, all that the paper shows. Empty ones are among them. */
export const recordFields = (content: RecordContent, { t, date }: RecordWords): RecordField[] => {
  const field = (name: string): string => t(`guidance.field.${name}`);
  const six = (plan: Extract<RecordContent, { kind: 'mentoring' | 'mentoringPlan' }>): RecordField[] =>
    (['purpose', 'skill', 'steps', 'period', 'change', 'measure'] as const).map((name) => [
      t(`guidance.plan.${name}`),
      plan[name],
    ]);
  switch (content.kind) {
    case 'preCoaching':
      return [
        [field('date'), date(content.date)],
        ...(['progress', 'problem', 'cause', 'alternatives'] as const).map(
          (name): RecordField => [field(name), content[name]],
        ),
      ];
    case 'coaching': {
      const { exploration, adjustment } = content;
      return [
        ...(['progress', 'problem', 'cause', 'alternatives'] as const).map(
          (name): RecordField => [field(name), content[name]],
        ),
        ...(['method', 'process', 'quality'] as const).map((name): RecordField => [field(name), exploration[name]]),
        [field('discussion'), content.discussion],
        ...(adjustment === null
          ? []
          : [
              [t('guidance.adjustmentState'), t(`guidance.adjustment.${adjustment.state}`)] as const,
              ...(['expectation', 'measure', 'target'] as const).map(
                (name): RecordField => [field(name), adjustment[name]],
              ),
            ]),
        [field('date'), date(content.date)],
        [field('minutes'), String(content.minutes)],
        [field('place'), content.place],
        [field('actionPlan'), content.actionPlan],
        [field('dueDate'), content.dueDate === '' ? '' : date(content.dueDate)],
      ];
    }
    case 'mentoringPlan':
      return [[field('date'), date(content.date)], ...six(content)];
    case 'mentoring':
      return [
        ...six(content),
        [field('forms'), content.forms.map((form) => mentoringFormTitles[form]).join(', ')],
        ...content.log.map(({ date: day, activity, result, minutes }): RecordField => {
          const lasted = minutes === null ? '' : `\n${field('minutes')}: ${minutes}`;
          return [date(day), `${activity}: ${result}${lasted}`];
        }),
      ];
    case 'feedbackSummary':
      return [
        [field('purposeOfSummary'), content.purpose],
        [field('summary'), content.summary],
        [field('shownOn'), date(content.shownOn)],
        [field('response'), content.response],
        [field('acknowledgement'), t(`guidance.acknowledgement.${content.acknowledgement}`)],
        [field('place'), content.place],
      ];
  }
};
