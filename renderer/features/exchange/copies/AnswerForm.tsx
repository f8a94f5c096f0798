import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { maxText } from '@shared/domain/fields.ts';
import { IconSignature } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useDraft } from '../../../lib/draft.ts';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { today } from '../../../lib/format.ts';
import { type Output, useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { RuleHint } from '../../../ui/RuleHint.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';

export interface AnswerFormProps {
  readonly copy: Output<'exchange.copies'>[number];
  readonly onSigned: () => void;
}

/** The employee answers a communication in the own words, by the own signature. */
export const AnswerForm = ({ copy, onSigned }: AnswerFormProps) => {
  const { t } = useExchangeTexts();
  const draft = useDraft({
    kind: 'copyAnswer',
    caseId: copy.caseId,
    subjectKey: copy.hash,
    initial: { date: today(), response: '' },
  });
  const answer = useCommand('exchange.answerCopy');
  const { date, response } = draft.value;
  const isIncomplete = date === '' || response.trim() === '';
  const sign = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isIncomplete) return;
    await draft.flush();
    const signed = await answer.run({ hash: copy.hash, date, response });
    if (!signed.ok) return;
    onSigned();
    await draft.discard();
  };
  if (!draft.ready) return null;
  return (
    <Section title={t('exchange.answer')} intro={t('exchange.answerIntro')}>
      <form onSubmit={(event) => void sign(event)} noValidate aria-label={t('exchange.answer')}>
        <Stack gap="sm">
          <DateField
            label={t('exchange.answerDate')}
            required
            value={date}
            onChange={(next) => draft.setValue({ date: next, response })}
            error={date === '' ? t('common.required') : undefined}
          />
          <Textarea
            label={t('exchange.answerText')}
            description={t('exchange.answerHint')}
            required
            autosize
            minRows={5}
            maxRows={20}
            maxLength={maxText}
            value={response}
            onChange={(event) => draft.setValue({ date, response: event.currentTarget.value })}
          />
          <RuleHint rule="response" />
          <Text size="sm" c="dimmed">
            {t('exchange.answerMeaning')}
          </Text>
          {answer.error !== null && <ErrorNotice error={answer.error} />}
          <Group justify="space-between">
            <Button
              type="submit"
              leftSection={<IconSignature size={17} aria-hidden />}
              loading={answer.busy}
              disabled={isIncomplete}
            >
              {t('exchange.answerSign')}
            </Button>
            <SaveState draft={draft} />
          </Group>
        </Stack>
      </form>
    </Section>
  );
};
