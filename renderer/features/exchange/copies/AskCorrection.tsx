import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { maxText } from '@shared/domain/fields.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconSignature } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useDraft } from '../../../lib/draft.ts';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { today, useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { type Output, useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { RuleHint } from '../../../ui/RuleHint.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useFocusHere } from '../../../ui/use-focus-here.ts';

type Copy = Output<'exchange.copies'>[number];

interface RequestProps {
  readonly asked: Copy['requests'][number];
  readonly caseId: string;
  readonly justNow: boolean;
}

/** What was asked, and what the unit answered; while it has not, where to send it. */
const Asked = ({ asked, caseId, justNow }: RequestProps) => {
  const { t } = useExchangeTexts();
  const { moment } = useFormat();
  const go = useGo();
  const box = useFocusHere<HTMLDivElement>(justNow);
  const { answer, askedAt, request, reason } = asked;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="status"
      color={answer === null ? 'amber' : answer === 'accepted' ? 'green' : 'gray'}
      variant="light"
      title={t(`exchange.correction.state.${answer ?? 'open'}`, { when: moment(askedAt) })}
    >
      <Text style={{ whiteSpace: 'pre-wrap' }}>{request}</Text>
      {reason !== '' && <Text mt="xs">{t('exchange.correction.reason', { reason })}</Text>}
      {answer === null && (
        <>
          <Text mt="xs">{t('exchange.correction.send')}</Text>
          <Button size="compact-md" mt="xs" onClick={() => go(placeOf('send', { caseId }))}>
            {t('exchange.lookAndSend')}
          </Button>
        </>
      )}
    </Alert>
  );
};

const Form = ({ copy, onSigned }: { readonly copy: Copy; readonly onSigned: () => void }) => {
  const { t } = useExchangeTexts();
  const draft = useDraft({
    kind: 'correctionRequest',
    caseId: copy.caseId,
    subjectKey: copy.hash,
    initial: { date: today(), request: '' },
  });
  const ask = useCommand('exchange.askCorrection');
  const { date, request } = draft.value;
  const isTold = date !== '' && request.trim() !== '';
  const sign = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isTold) return;
    await draft.flush();
    if (!(await ask.run({ hash: copy.hash, date, request })).ok) return;
    onSigned();
    await draft.discard();
  };
  if (!draft.ready) return null;
  return (
    <form onSubmit={(event) => void sign(event)} noValidate aria-label={t('exchange.correction.title')}>
      <Stack gap="sm">
        <DateField
          label={t('exchange.correction.date')}
          required
          value={date}
          onChange={(next) => draft.setValue({ date: next, request })}
          error={date === '' ? t('common.required') : undefined}
        />
        <Textarea
          label={t('cases.field.correctionRequest')}
          description={t('cases.help.correctionRequest')}
          required
          autosize
          minRows={3}
          maxRows={12}
          maxLength={maxText}
          value={request}
          onChange={(event) => draft.setValue({ date, request: event.currentTarget.value })}
        />
        <RuleHint rule="rectify" />
        {ask.error !== null && <ErrorNotice error={ask.error} />}
        <Group justify="space-between">
          <Button
            type="submit"
            leftSection={<IconSignature size={17} aria-hidden />}
            loading={ask.busy}
            disabled={!isTold}
          >
            {t('exchange.correction.sign')}
          </Button>
          <SaveState draft={draft} />
        </Group>
      </Stack>
    </form>
  );
};

/** Requests that the act be corrected of which this is a copy, their answers, and the form for another one. */
export const AskCorrection = ({ copy }: { readonly copy: Copy }) => {
  const { t } = useExchangeTexts();
  const [signed, setSigned] = useState(false);
  const isWaiting = copy.requests.some(({ answer }) => answer === null);
  return (
    <Section title={t('exchange.correction.title')} intro={t('exchange.correction.intro')}>
      <Stack gap="sm">
        {copy.requests.map((asked, index) => (
          <Asked
            key={asked.askedAt}
            asked={asked}
            caseId={copy.caseId}
            justNow={signed && index === copy.requests.length - 1}
          />
        ))}
        {!isWaiting && <Form copy={copy} onSigned={() => setSigned(true)} />}
      </Stack>
    </Section>
  );
};
