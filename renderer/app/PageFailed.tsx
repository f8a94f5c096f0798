import { Button, Stack, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useGo } from '../lib/navigation.ts';
import { Page } from '../ui/Page.tsx';

/** A path that leads nowhere, e.g. kept from an older version. */
export const PageMissing = () => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Page title={t('app.notFound')} width="reading">
      <Button onClick={() => go(placeOf('home'))}>{t('app.goHome')}</Button>
    </Page>
  );
};

/** A page that broke while it was drawn; nothing was changed by that. */
export const PageFailed = ({ reset }: { readonly reset: () => void }) => {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Page title={t('common.failed')} width="reading">
      <Stack align="flex-start">
        <Text role="alert">{t('app.pageFailed')}</Text>
        <Button
          onClick={() => {
            reset();
            void router.navigate({ to: placeOf('home') });
          }}
        >
          {t('app.goHome')}
        </Button>
      </Stack>
    </Page>
  );
};
