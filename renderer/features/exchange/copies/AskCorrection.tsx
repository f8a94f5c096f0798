import { Alert, Button, Stack, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useDraft } from '../../../lib/draft.ts';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { today, useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { type Output, useCommand } from '../../../lib/query.ts';
import { RuleHint } from '../../../ui/RuleHint.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useFocusHere } from '../../../ui/use-focus-here.ts';
import { OwnWordsForm } from './OwnWordsForm.tsx';

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
  const { caseId, hash } = copy;
  const initial = { date: today(), response: '' };
  const draft = useDraft({ kind: 'correctionRequest', caseId, subjectKey: hash, initial });
  const ask = useCommand('exchange.askCorrection');
  return (
    <OwnWordsForm
      title={t('exchange.correction.title')}
      hint={<RuleHint rule="rectify" />}
      draft={draft}
      dateLabel={t('exchange.correction.date')}
      words={{
        label: t('cases.field.correctionRequest'),
        description: t('cases.help.correctionRequest'),
        required: true,
        minRows: 3,
        maxRows: 12,
      }}
      signLabel={t('exchange.correction.sign')}
      signing={ask}
      sign={async ({ date, response: request }) => (await ask.run({ hash, date, request })).ok}
      onSigned={onSigned}
    />
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
