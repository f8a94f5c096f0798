import { Anchor, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconFileAlert } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation.ts';
import { useKeepPlace } from '../../lib/place.ts';
import { useQueryCall } from '../../lib/query.ts';
import { AskedNotice } from '../../ui/AskedNotice.tsx';

/** Says that nobody has shown to have the recovery sheet, since the making of the vault was cut off before. */
export const SheetNotice = () => {
  const { t } = useTranslation();
  const go = useGo();
  const keepPlace = useKeepPlace();
  if (useQueryCall('keys.status', {}).data?.sheetConfirmed !== false) return null;
  const settings = (): void => {
    keepPlace(placeOf('settings'), 'security');
    go(placeOf('settings'));
  };
  return (
    <AskedNotice icon={IconFileAlert} title={t('keys.sheetMissing')}>
      <Text>{t('keys.sheetMissingText')}</Text>
      <Anchor component="button" type="button" onClick={settings}>
        {t('keys.sheetMissingGo')}
      </Anchor>
    </AskedNotice>
  );
};
