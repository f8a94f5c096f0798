import { Alert, List } from '@mantine/core';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useFormat } from '../../../lib/format.ts';
import type { Output } from '../../../lib/query.ts';

/** Packages that never came, by who sent them, in words. */
export const MissingCounters = ({ missing }: { readonly missing: Output<'exchange.journal'>['missing'] }) => {
  const { t, peerName } = useExchangeTexts();
  const { list } = useFormat();
  if (missing.length === 0) return null;
  return (
    <Alert color="amber" variant="light" title={t('exchange.missingTitle')}>
      <List size="sm" spacing={4}>
        {missing.map(({ peer, counters }) => (
          <List.Item key={peer.keyFingerprint}>
            {t('exchange.missing', { name: peerName(peer), numbers: list(counters.map(String)) })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
};
