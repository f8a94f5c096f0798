import { Alert, Button, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconId } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation.ts';

/** The directory does not know this vault yet: paper work is possible, sealing is not. */
export const NotCertified = () => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Alert color="gray" variant="light" icon={<IconId aria-hidden />} title={t('exchange.notCertifiedTitle')}>
      <Text>{t('exchange.notCertifiedText')}</Text>
      <Button size="compact-md" variant="default" mt="xs" onClick={() => go(placeOf('directory'))}>
        {t('exchange.toDirectory')}
      </Button>
    </Alert>
  );
};
