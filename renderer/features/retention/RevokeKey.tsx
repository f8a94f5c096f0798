import { Button, Group, List, Text } from '@mantine/core';
import { type Page, placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation.ts';
import { useKeepPlace } from '../../lib/place.ts';
import { useQueryCall } from '../../lib/query.ts';

export interface RevokeKeyProps {
  /** Whether enough is written for the request. */
  readonly canTell: boolean;
  readonly busy: boolean;
  readonly onRequest: () => void;
}

/**
 * How the key of a lost computer is revoked: the request is handed to who publishes the directory, and another identity
 * tells all by its card. Who publishes with this very key has others take the directory over first.
 */
export const RevokeKey = ({ canTell, busy, onRequest }: RevokeKeyProps) => {
  const { t } = useTranslation();
  const go = useGo();
  const keepPlace = useKeepPlace();
  const isRoot = useQueryCall('identity.status', {}).data?.directory?.own === true;
  const open = (page: Extract<Page, 'settings' | 'directory'>): void => {
    if (page === 'settings') keepPlace(placeOf(page), 'security');
    go(placeOf(page));
  };
  if (isRoot)
    return (
      <>
        <Text>{t('errors.identityIsRoot')}</Text>
        <Group mt="sm">
          <Button onClick={() => open('directory')}>{t('retention.incident.openDirectory')}</Button>
        </Group>
      </>
    );
  return (
    <List type="ordered" spacing="md">
      <List.Item>
        <Text>{t('retention.incident.hand')}</Text>
        <Button mt="xs" disabled={!canTell} loading={busy} onClick={onRequest}>
          {t('retention.incident.makeRequest')}
        </Button>
      </List.Item>
      <List.Item>
        <Text>{t('retention.incident.renew')}</Text>
        <Button mt="xs" variant="default" onClick={() => open('settings')}>
          {t('retention.incident.openKeys')}
        </Button>
      </List.Item>
    </List>
  );
};
