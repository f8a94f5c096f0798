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

export interface AcknowledgeFormProps {
  readonly copy: Output<'exchange.copies'>[number];
  readonly onSigned: () => void;
}

/** The employee states by signature that a copy was received, with an answer if wanted. */
export const AcknowledgeForm = ({ copy, onSigned }: AcknowledgeFormProps) => {
  const { t } = useExchangeTexts();
  const draft = useDraft({
    kind: 'copyAcknowledgement',
    caseId: copy.caseId,
    subjectKey: copy.hash,
    initial: { date: today(), response: '' },
  });
  const acknowledge = useCommand('exchange.acknowledgeCopy');
  const { date, response } = draft.value;
  const sign = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (date === '') return;
    await draft.flush();
    const answer = await acknowledge.run({ hash: copy.hash, date, response });
    if (!answer.ok) return;
    onSigned();
    await draft.discard();
  };
  if (!draft.ready) return null;
  return (
    <Section title={t('exchange.acknowledge')} intro={t('exchange.acknowledgeIntro')}>
      <form onSubmit={(event) => void sign(event)} noValidate aria-label={t('exchange.acknowledge')}>
        <Stack gap="sm">
          <DateField
            label={t('exchange.acknowledgeDate')}
            required
            value={date}
            onChange={(next) => draft.setValue({ date: next, response })}
            error={date === '' ? t('common.required') : undefined}
          />
          {/* A communication is answered by an act of its own, which everybody on the file reads. */}
          {!copy.answerable && (
            <Textarea
              label={t('exchange.response')}
              description={t('exchange.responseHint')}
              autosize
              minRows={3}
              maxRows={12}
              maxLength={maxText}
              value={response}
              onChange={(event) => draft.setValue({ date, response: event.currentTarget.value })}
            />
          )}
          <RuleHint rule="copy" />
          <Text size="sm" c="dimmed">
            {t('exchange.acknowledgeMeaning')}
          </Text>
          {acknowledge.error !== null && <ErrorNotice error={acknowledge.error} />}
          <Group justify="space-between">
            <Button
              type="submit"
              leftSection={<IconSignature size={17} aria-hidden />}
              loading={acknowledge.busy}
              disabled={date === ''}
            >
              {t('exchange.acknowledgeSign')}
            </Button>
            <SaveState draft={draft} />
          </Group>
        </Stack>
      </form>
    </Section>
  );
};
