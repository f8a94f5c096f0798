import { Anchor, List, Text } from '@mantine/core';
import type { JournalEntry } from '@shared/contract/exchange-journal.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { receiptsToMake, unconfirmed } from '../../lib/delivery-state.ts';
import { useExchangeTexts } from '../../lib/exchange-texts.ts';
import type { Failure } from '../../lib/failure-text.ts';
import { useFormat } from '../../lib/format.ts';
import { useKnownCases } from '../../lib/known-cases.ts';
import { useGo } from '../../lib/navigation.ts';
import { type Output, useQueryCall } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Section } from '../../ui/Section.tsx';

/** Packages that are named here; the rest stands in the history. */
const shown = 5;

interface FailedProps {
  readonly title: string;
  readonly error: Failure;
  readonly onRetry: () => unknown;
}

/** A list that could not be asked for: it must not look as if nothing waited. */
const Failed = ({ title, error, onRetry }: FailedProps) => (
  <Section title={title}>
    <ErrorNotice error={error} onRetry={() => void onRetry()} />
  </Section>
);

/** Drafts that others sent for the holder's signature; nothing while there is none. */
export const ToSign = () => {
  const { t, peerName } = useExchangeTexts();
  const { moment } = useFormat();
  const go = useGo();
  const query = useQueryCall('exchange.drafts', {});
  const drafts = query.data ?? [];
  if (query.error !== null) return <Failed title={t('exchange.drafts')} error={query.error} onRetry={query.refetch} />;
  if (drafts.length === 0) return null;
  return (
    <Section title={t('exchange.drafts')}>
      <List listStyleType="none" spacing="xs">
        {drafts.map(({ draftId, caseId, employeeName, type, from, at }) => (
          <List.Item key={draftId}>
            <Anchor component="button" type="button" onClick={() => go(placeOf('receivedDraft', { caseId, draftId }))}>
              {t('exchange.draftName', { act: t(`acts.${type}`), name: employeeName })}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t('exchange.draftFrom', {
                name: peerName(from),
                when: moment(at),
              })}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
};

type Journal = Output<'exchange.journal'>;

/** Packages that were sent and of which nothing is known yet. */
const SentList = ({ open }: { readonly open: readonly JournalEntry[] }) => {
  const { t, peerName } = useExchangeTexts();
  const { moment } = useFormat();
  const go = useGo();
  const isKnown = useKnownCases();
  return (
    <List listStyleType="none" spacing="xs">
      {open.slice(0, shown).map(({ packageId, caseId, employeeName, peer, at }) => (
        <List.Item key={packageId}>
          <Anchor
            component="button"
            type="button"
            onClick={() => go(isKnown(caseId) ? placeOf('case', { caseId }) : placeOf('exchange'))}
          >
            {employeeName === '' ? peerName(peer) : employeeName}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t('home.sentTo', { name: peerName(peer), when: moment(at) })}
          </Text>
        </List.Item>
      ))}
      {open.length > shown && (
        <List.Item>
          <Text size="sm" c="dimmed">
            {t('home.moreSent', { number: open.length - shown })}
          </Text>
        </List.Item>
      )}
    </List>
  );
};

/** People who do not know yet that what they sent has arrived. */
const DueList = ({ due }: { readonly due: Readonly<Journal['receiptsDue']> }) => {
  const { t, peerName } = useExchangeTexts();
  const { moment } = useFormat();
  const go = useGo();
  return (
    <List listStyleType="none" spacing="xs">
      {due.map(({ peer, since }) => (
        <List.Item key={peer.keyFingerprint}>
          <Anchor component="button" type="button" onClick={() => go(placeOf('exchange'))}>
            {t('home.receiptFor', { name: peerName(peer) })}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t('home.receiptSince', { when: moment(since) })}
          </Text>
        </List.Item>
      ))}
    </List>
  );
};

/**
 * Belum diterima: what was sent without a receipt, and the receipts that others wait for; nothing while there is none.
 */
export const NotReceived = () => {
  const { t } = useTranslation();
  const journal = useQueryCall('exchange.journal', {});
  const open = unconfirmed(journal.data?.entries ?? []);
  const due = receiptsToMake(journal.data?.receiptsDue ?? []);
  if (journal.error !== null)
    return <Failed title={t('home.notReceived')} error={journal.error} onRetry={journal.refetch} />;
  return (
    <>
      {open.length > 0 && (
        <Section title={t('home.notReceived')}>
          <SentList open={open} />
        </Section>
      )}
      {due.length > 0 && (
        <Section title={t('exchange.receiptsDue')}>
          <DueList due={due} />
        </Section>
      )}
    </>
  );
};

/** Copies that an employee received and has not acknowledged; nothing while there is none. */
export const CopiesWaiting = () => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const go = useGo();
  const copies = useQueryCall('exchange.copies', {});
  const waiting = (copies.data ?? []).filter((copy) => copy.acknowledgedAt === null);
  if (copies.error !== null)
    return <Failed title={t('exchange.copies')} error={copies.error} onRetry={copies.refetch} />;
  if (waiting.length === 0) return null;
  return (
    <Section title={t('exchange.copies')}>
      <List listStyleType="none" spacing="xs">
        {waiting.map(({ hash, releasedBy, date: day }) => (
          <List.Item key={hash}>
            <Anchor component="button" type="button" onClick={() => go(placeOf('copy', { hash }))}>
              {t('exchange.copyFrom', { name: releasedBy, date: date(day) })}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t('exchange.notAcknowledged')}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
};
