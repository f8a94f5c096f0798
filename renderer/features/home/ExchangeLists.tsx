import { Anchor, Button, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { unconfirmed } from '../../lib/delivery-state.ts';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { useQueryCall } from '../../lib/query.ts';
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

/** Belum diterima: what was sent without a receipt, and the receipts that others wait for; nothing while there is none. */
export const NotReceived = () => {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const go = useGo();
  const journal = useQueryCall('exchange.journal', {}).data;
  const open = unconfirmed(journal?.entries ?? []);
  const due = journal?.receiptsDue ?? [];
  if (open.length === 0 && due.length === 0) return null;
  const nameOf = ({ person }: (typeof due)[number]['peer']): string => person?.name ?? t('exchange.unknownPerson');
  return (
    <Section
      title={t('home.notReceived')}
      actions={
        <Button size="compact-sm" variant="subtle" onClick={() => go('/exchange')}>
          {t('exchange.title')}
        </Button>
      }
    >
      <List listStyleType="none" spacing="xs">
        {open.slice(0, shown).map(({ packageId, caseId, employeeName, peer, at }) => (
          <List.Item key={packageId}>
            <Anchor
              component="button"
              type="button"
              onClick={() => go(caseId === null ? '/exchange' : `/cases/${caseId}`)}
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
    </Section>
  );
};
