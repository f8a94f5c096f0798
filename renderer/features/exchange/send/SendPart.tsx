import { Box, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import type { OutboxCase, OutboxReceiver } from '@shared/contract/exchange.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { NotCertified } from '../NotCertified.tsx';
import { isOpen } from './receiver-view.ts';

/** Cases listed at first; the rest on demand. */
const shownAtFirst = 20;

const ReceiverLine = ({ receiver }: { readonly receiver: OutboxReceiver }) => {
  const { t, roleNames, amount } = useExchangeTexts();
  const { person, roles, acts, files, bytes, unconfirmed } = receiver;
  return (
    <Box component="li">
      <Text>
        {person.name}{' '}
        <Text span size="sm" c="dimmed">
          {roleNames(roles)}
        </Text>
      </Text>
      <Text size="sm" c="dimmed">
        {acts.length > 0 ? amount(acts.length, files.length, bytes) : t('exchange.leavesNothing')}
        {unconfirmed > 0 && ` · ${t('exchange.unconfirmedCount', { count: unconfirmed })}`}
      </Text>
    </Box>
  );
};

const CaseEntry = ({ entry }: { readonly entry: OutboxCase }) => {
  const { t, roleNames, caseName } = useExchangeTexts();
  const go = useGo();
  return (
    <Box component="li" style={{ listStyle: 'none' }}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div>
          <Title order={3}>{caseName(entry)}</Title>
          <Stack component="ul" gap={4} m={0} p={0} mt={4} style={{ listStyle: 'none' }}>
            {entry.receivers.filter(isOpen).map((receiver) => (
              <ReceiverLine key={receiver.entryId} receiver={receiver} />
            ))}
            {entry.unresolved.map(({ role, candidates }) => (
              <Text component="li" key={role} size="sm">
                {t(candidates.length === 0 ? 'exchange.paperFor' : 'exchange.choiceFor', { role: roleNames([role]) })}
              </Text>
            ))}
          </Stack>
        </div>
        <Button
          variant="light"
          size="compact-md"
          style={{ flexShrink: 0 }}
          aria-label={t('exchange.lookAndSendCase', { name: caseName(entry) })}
          onClick={() => go(placeOf('send', { caseId: entry.caseId }))}
        >
          {t('exchange.lookAndSend')}
        </Button>
      </Group>
    </Box>
  );
};

/** Kirim: by case, to whom something would leave now. */
export const SendPart = () => {
  const { t } = useExchangeTexts();
  const outbox = useQueryCall('exchange.outbox', { caseId: null });
  const [all, setAll] = useState(false);
  const cases = (outbox.data?.cases ?? []).filter(
    ({ receivers, unresolved }) => receivers.some(isOpen) || unresolved.length > 0,
  );
  const shown = all ? cases : cases.slice(0, shownAtFirst);
  return (
    <Section title={t('exchange.send')} intro={t('exchange.sendIntro')}>
      {outbox.error && <ErrorNotice error={outbox.error} onRetry={() => void outbox.refetch()} />}
      {outbox.data === undefined && outbox.error === null && <Loader aria-label={t('common.loading')} />}
      {outbox.data?.certified === false && <NotCertified />}
      {outbox.data?.certified === true && cases.length === 0 && <EmptyState text={t('exchange.nothingToSend')} />}
      {outbox.data?.certified === true && (
        <Stack component="ul" gap="md" m={0} p={0}>
          {shown.map((entry) => (
            <CaseEntry key={entry.caseId} entry={entry} />
          ))}
        </Stack>
      )}
      {shown.length < cases.length && (
        <Button variant="subtle" mt="sm" onClick={() => setAll(true)}>
          {t('exchange.showAllCases', { number: cases.length })}
        </Button>
      )}
    </Section>
  );
};
