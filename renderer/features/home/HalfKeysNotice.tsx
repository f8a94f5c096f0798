import { Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../lib/query.ts';
import { AskedNotice } from '../../ui/AskedNotice.tsx';

/** Says that an exchange of the vault's keys is half done, and what lets the next opening end it. */
export const HalfKeysNotice = () => {
  const { t } = useTranslation();
  if (useQueryCall('keys.status', {}).data?.isHalf !== true) return null;
  return (
    <AskedNotice icon={IconKey} title={t('keys.half')}>
      <Text>{t('keys.halfText')}</Text>
    </AskedNotice>
  );
};
