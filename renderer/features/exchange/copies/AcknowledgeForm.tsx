import { useDraft } from '../../../lib/draft.ts';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { today } from '../../../lib/format.ts';
import { type Output, useCommand } from '../../../lib/query.ts';
import { RuleHint } from '../../../ui/RuleHint.tsx';
import { Section } from '../../../ui/Section.tsx';
import { OwnWordsForm } from './OwnWordsForm.tsx';

export interface AcknowledgeFormProps {
  readonly copy: Output<'exchange.copies'>[number];
  readonly onSigned: () => void;
}

/** The employee states by signature that a copy was received, with an answer if wanted. */
export const AcknowledgeForm = ({ copy, onSigned }: AcknowledgeFormProps) => {
  const { t } = useExchangeTexts();
  const { caseId, hash, answerable } = copy;
  const initial = { date: today(), response: '' };
  const draft = useDraft({ kind: 'copyAcknowledgement', caseId, subjectKey: hash, initial });
  const acknowledge = useCommand('exchange.acknowledgeCopy');
  // A communication is answered by an act of its own, which everybody on the file reads.
  const words = answerable
    ? null
    : { label: t('exchange.response'), description: t('exchange.responseHint'), minRows: 3, maxRows: 12 };
  return (
    <Section title={t('exchange.acknowledge')} intro={t('exchange.acknowledgeIntro')}>
      <OwnWordsForm
        title={t('exchange.acknowledge')}
        hint={<RuleHint rule="copy" />}
        draft={draft}
        dateLabel={t('exchange.acknowledgeDate')}
        words={words}
        meaning={t('exchange.acknowledgeMeaning')}
        signLabel={t('exchange.acknowledgeSign')}
        signing={acknowledge}
        sign={async (typed) => (await acknowledge.run({ hash, ...typed })).ok}
        onSigned={onSigned}
      />
    </Section>
  );
};
