import { Alert, Anchor } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation.ts';
import { useQueryCall } from '../../lib/query.ts';

/** Says which counts, where the vault has a profile of the institution: that, or what is typed below. */
export const SourceNotice = () => {
  const { t } = useTranslation();
  const go = useGo();
  const office = useQueryCall('office.get', {}).data;
  if (!office?.profile) return null;
  return (
    <Alert color="gray" variant="light" mb="md" title={t(`settings.counts.${office.source}`)}>
      {t(`settings.countsText.${office.source}`)}{' '}
      <Anchor component="button" type="button" size="sm" onClick={() => go(placeOf('directory'))}>
        {t('directory.nav')}
      </Anchor>
    </Alert>
  );
};
