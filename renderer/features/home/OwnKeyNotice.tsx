import { Anchor, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconKeyOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { useKeepPlace } from '../../lib/place.ts';
import { useQueryCall } from '../../lib/query.ts';
import { AskedNotice } from '../../ui/AskedNotice.tsx';

/** Says that the directory revoked the key by which this vault signs, and what to do. */
export const OwnKeyNotice = () => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const go = useGo();
  const keepPlace = useKeepPlace();
  const revoked = useQueryCall('identity.status', {}).data?.revoked ?? null;
  if (revoked === null) return null;
  const settings = (): void => {
    keepPlace(placeOf('settings'), 'security');
    go(placeOf('settings'));
  };
  return (
    <AskedNotice icon={IconKeyOff} title={t('keys.ownRevoked', { when: dateTime(revoked.at) })}>
      <Text>{t(revoked.another ? 'keys.ownRevokedAnother' : 'keys.ownRevokedAlone')}</Text>
      <Anchor component="button" type="button" onClick={settings}>
        {t('keys.ownRevokedGo')}
      </Anchor>
    </AskedNotice>
  );
};
