import { Badge, Group, Text } from '@mantine/core';
import type { Peer } from '@shared/contract/exchange.ts';
import { useExchangeTexts } from '../../lib/exchange-texts.ts';

/** Who sent a package: name, office, roles, and whether the directory vouches for the person. */
export const PeerLine = ({ peer }: { readonly peer: Peer }) => {
  const { t, peerName, roleNames, office } = useExchangeTexts();
  const known = peer.entryId !== null;
  return (
    <div>
      <Group gap="xs">
        <Text fw={600} size="lg">
          {peerName(peer)}
        </Text>
        <Badge color={known ? 'green' : 'amber'} variant="light" tt="none">
          {t(known ? 'exchange.vouched' : 'exchange.notVouched')}
        </Badge>
      </Group>
      {peer.person !== null && <Text size="sm">{office(peer.person)}</Text>}
      {peer.roles.length > 0 && (
        <Text size="sm" c="dimmed">
          {roleNames(peer.roles)}
        </Text>
      )}
      {!known && (
        <Text size="sm" c="dimmed">
          {t('exchange.fingerprint', { fingerprint: peer.keyFingerprint })}
        </Text>
      )}
    </div>
  );
};
