import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { EndedFiles } from './EndedFiles.tsx';
import { ErasureMessages } from './ErasureMessages.tsx';
import { Erasures } from './Erasures.tsx';
import { Schedule } from './Schedule.tsx';

/** How long files, guidance and learning records are kept, which are due, and their erasure from the proposal to the berita acara. */
export const RetentionPage = () => {
  const { t } = useTranslation();
  const retention = useQueryCall('case.retention', {});
  const between = useQueryCall('exchange.erasures', {});
  const view = retention.data;
  const { requests = [], asked = [], due = [] } = between.data ?? {};
  return (
    <Page title={t('retention.title')} intro={t('retention.intro')}>
      {retention.error && <ErrorNotice error={retention.error} onRetry={() => void retention.refetch()} />}
      {between.error && <ErrorNotice error={between.error} onRetry={() => void between.refetch()} />}
      {view === undefined && !retention.error && <Loader aria-label={t('common.loading')} />}
      {view !== undefined && (
        <>
          <Schedule holding={view.holding} schedule={view.schedule} />
          <EndedFiles view={view} requests={requests} />
          <ErasureMessages due={due} />
          <Erasures erasures={view.erasures} asked={asked} />
        </>
      )}
    </Page>
  );
};
