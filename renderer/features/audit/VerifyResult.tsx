import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import type { Output } from '../../lib/query.ts';

type Result = Output<'audit.verify'>;
type Chain = Result['records'];
type Witness = Result['witnesses'][number];

const isWhole = ({ records, notes, witnesses }: Result): boolean =>
  records.broken === null && notes.broken === null && witnesses.every(({ verdict }) => verdict === 'holds');

/** What a check found, in words: each chain, and everyone who saw the first. */
export const VerifyResult = ({ result }: { readonly result: Result }) => {
  const { t } = useTranslation();
  const { number, shortDate } = useFormat();
  const whole = isWhole(result);

  const chainText = (store: 'records' | 'notes', { entries, broken }: Chain): string => {
    const named = { store: t(`auditTrail.stores.${store}`) };
    return broken === null
      ? t('auditTrail.chainGood', { ...named, count: number(entries) })
      : t('auditTrail.chainBroken', {
          ...named,
          seq: number(broken.seq),
          reason: t(`auditTrail.breaks.${broken.reason}`),
        });
  };
  const witnessText = ({ name, keyFingerprint, size, verdict }: Witness): string =>
    t(`auditTrail.witness.${verdict}`, {
      name: name ?? t('auditTrail.witness.unknown', { fingerprint: keyFingerprint }),
      size: number(size),
    });

  return (
    <Alert
      variant="light"
      color={whole ? 'green' : 'amber'}
      icon={whole ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      title={t(whole ? 'auditTrail.whole' : 'auditTrail.notWhole')}
      mb="md"
    >
      <List spacing={4}>
        <List.Item>{chainText('records', result.records)}</List.Item>
        <List.Item>{chainText('notes', result.notes)}</List.Item>
        {result.witnesses.map((witness) => (
          <List.Item key={witness.keyFingerprint}>
            {witnessText(witness)}{' '}
            <Text span size="sm" c="dimmed">
              {shortDate(witness.at)}
            </Text>
          </List.Item>
        ))}
        {result.witnesses.length === 0 && <List.Item>{t('auditTrail.witness.none')}</List.Item>}
      </List>
    </Alert>
  );
};
