import { Anchor, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../lib/navigation.ts';
import { useQueryCall } from '../lib/query.ts';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Section } from './Section.tsx';

/** How much waits under "Perlu diperiksa", and the way there; `always`: also while nothing does. */
export const ToReview = ({ always = false }: { readonly always?: boolean }) => {
  const { t } = useTranslation();
  const go = useGo();
  const query = useQueryCall('exchange.review', { earlier: false });
  const count = (query.data ?? []).filter(({ waits }) => waits).length;
  if (query.error === null && count === 0 && !always) return null;
  return (
    <Section title={t('review.title')}>
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.data !== undefined && <Text>{count === 0 ? t('review.waitingEmpty') : t('review.count', { count })}</Text>}
      <Anchor component="button" type="button" onClick={() => go(placeOf('review'))}>
        {t('review.toReview')}
      </Anchor>
    </Section>
  );
};
