import { Anchor, List, Text } from '@mantine/core';
import type { JournalEntry } from '@shared/contract/exchange.ts';
import { useTranslation } from 'react-i18next';
import { unconfirmed } from '../../lib/delivery-state.ts';
import { useFormat } from '../../lib/format.ts';
import { useKnownCases } from '../../lib/known-cases.ts';
import { useGo } from '../../lib/navigation.ts';
import { type Output, useQueryCall } from '../../lib/query.ts';
import { Section } from '../../ui/Section.tsx';

/** Packages that are named here; the rest stands in the history. */
const shown = 5;

/** Drafts that others sent for the holder's signature; nothing while there is none. */
export const ToSign = () => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const go = useGo();
  const drafts = useQueryCall('exchange.drafts', {}).data ?? [];
  if (drafts.length === 0) return null;
  return (
    <Section title={t('exchange.drafts')}>
      <List listStyleType="none" spacing="xs">
        {drafts.map(({ draftId, caseId, employeeName, type, from, at }) => (
          <List.Item key={draftId}>
            <Anchor component="button" type="button" onClick={() => go(`/cases/${caseId}/draft/${draftId}`)}>
              {t('exchange.draftName', { act: t(`acts.${type}`), name: employeeName })}
            </Anchor>
            <Text size="sm" c="dimmed">
              {t('exchange.draftFrom', {
                name: from.person?.name ?? t('exchange.unknownPerson'),
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

const useNameOf = (): ((peer: JournalEntry['peer']) => string) => {
  const { t } = useTranslation();
  return ({ person }) => person?.name ?? t('exchange.unknownPerson');
};

/** Packages that were sent and of which nothing is known yet. */
const SentList = ({ open }: { readonly open: readonly JournalEntry[] }) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const go = useGo();
  const nameOf = useNameOf();
  const isKnown = useKnownCases();
  return (
    <List listStyleType="none" spacing="xs">
      {open.slice(0, shown).map(({ packageId, caseId, employeeName, peer, at }) => (
        <List.Item key={packageId}>
          <Anchor
            component="button"
            type="button"
            onClick={() => go(isKnown(caseId) ? `/cases/${caseId}` : '/exchange')}
          >
            {employeeName === '' ? nameOf(peer) : employeeName}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t('home.sentTo', { name: nameOf(peer), when: moment(at) })}
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
const DueList = ({ due }: { readonly due: Journal['receiptsDue'] }) => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const go = useGo();
  const nameOf = useNameOf();
  return (
    <List listStyleType="none" spacing="xs">
      {due.map(({ peer, since }) => (
        <List.Item key={peer.keyFingerprint}>
          <Anchor component="button" type="button" onClick={() => go('/exchange')}>
            {t('home.receiptFor', { name: nameOf(peer) })}
          </Anchor>
          <Text size="sm" c="dimmed">
            {t('home.receiptSince', { when: moment(since) })}
          </Text>
        </List.Item>
      ))}
    </List>
  );
};

/** Belum diterima: what was sent without a receipt, and the receipts that others wait for; nothing while there is none. */
export const NotReceived = () => {
  const { t } = useTranslation();
  const journal = useQueryCall('exchange.journal', {}).data;
  const open = unconfirmed(journal?.entries ?? []);
  const due = journal?.receiptsDue ?? [];
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
  const waiting = (useQueryCall('exchange.copies', {}).data ?? []).filter((copy) => copy.acknowledgedAt === null);
  if (waiting.length === 0) return null;
  return (
    <Section title={t('exchange.copies')}>
      <List listStyleType="none" spacing="xs">
        {waiting.map(({ hash, releasedBy, date: day }) => (
          <List.Item key={hash}>
            <Anchor component="button" type="button" onClick={() => go(`/exchange/copy/${hash}`)}>
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
