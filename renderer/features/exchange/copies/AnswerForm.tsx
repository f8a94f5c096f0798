import { useDraft } from '../../../lib/draft.ts';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { today } from '../../../lib/format.ts';
import { type Output, useCommand } from '../../../lib/query.ts';
import { RuleHint } from '../../../ui/RuleHint.tsx';
import { Section } from '../../../ui/Section.tsx';
import { OwnWordsForm } from './OwnWordsForm.tsx';

export interface AnswerFormProps {
  readonly copy: Output<'exchange.copies'>[number];
  readonly onSigned: () => void;
}

/** The employee answers a communication in the own words, by the own signature. */
export const AnswerForm = ({ copy, onSigned }: AnswerFormProps) => {
  const { t } = useExchangeTexts();
  const { caseId, hash } = copy;
  const initial = { date: today(), response: '' };
  const draft = useDraft({ kind: 'copyAnswer', caseId, subjectKey: hash, initial });
  const answer = useCommand('exchange.answerCopy');
  return (
    <Section title={t('exchange.answer')} intro={t('exchange.answerIntro')}>
      <OwnWordsForm
        title={t('exchange.answer')}
        hint={<RuleHint rule="response" />}
        draft={draft}
        dateLabel={t('exchange.answerDate')}
        words={{
          label: t('exchange.answerText'),
          description: t('exchange.answerHint'),
          required: true,
          minRows: 5,
          maxRows: 20,
        }}
        meaning={t('exchange.answerMeaning')}
        signLabel={t('exchange.answerSign')}
        signing={answer}
        sign={async (typed) => (await answer.run({ hash, ...typed })).ok}
        onSigned={onSigned}
      />
    </Section>
  );
};
