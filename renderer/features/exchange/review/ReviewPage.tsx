import { Loader } from '@mantine/core';
import { isSetAside, setAsideKinds } from '@shared/domain/package/review.ts';
import { useTranslation } from 'react-i18next';
import { type Output, useQueryCall } from '../../../lib/query.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { ReviewCard } from './ReviewCard.tsx';

type Items = Output<'exchange.review'>;

const Cards = ({ items }: { readonly items: Readonly<Items> }) =>
  items.map((item) => <ReviewCard key={item.itemId} item={item} />);

/** Whether a kind is there to be known alone: what version 0.3 took. */
const isEarlier = ({ kind }: Items[number]): boolean => isSetAside(kind) && !setAsideKinds[kind].waits;

/** Perlu diperiksa: all that is held, set aside or waits for a person, with its ways out. */
export const ReviewPage = () => {
  const { t } = useTranslation();
  const query = useQueryCall('exchange.review', { earlier: true });
  const items = query.data ?? [];
  const earlier = items.filter(isEarlier);
  const waiting = items.filter(({ waits }) => waits);
  const decided = items.filter((item) => !item.waits && !isEarlier(item));
  return (
    <Page title={t('review.title')} intro={t('review.intro')}>
      {query.error !== null && <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined && query.error === null && <Loader aria-label={t('common.loading')} />}
      {query.data !== undefined && items.length === 0 && <EmptyState text={t('review.empty')} />}
      {items.length > 0 && (
        <Section title={t('review.waiting')} plain>
          {waiting.length === 0 && <EmptyState text={t('review.waitingEmpty')} />}
          <Cards items={waiting} />
        </Section>
      )}
      {earlier.length > 0 && (
        <Section title={t('review.earlier')} intro={t('review.earlierIntro')} plain>
          <Cards items={earlier} />
        </Section>
      )}
      {decided.length > 0 && (
        <Section title={t('review.decided')} plain>
          <Cards items={decided} />
        </Section>
      )}
    </Page>
  );
};
