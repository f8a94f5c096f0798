import { Grid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../lib/query.ts';
import { Page } from '../../ui/Page.tsx';
import { ToReview } from '../../ui/ToReview.tsx';
import { CopiesPart } from './copies/CopiesPart.tsx';
import { DraftsToSign } from './drafts/DraftsToSign.tsx';
import { HistoryPart } from './history/HistoryPart.tsx';
import { ReceivePart } from './receive/ReceivePart.tsx';
import { useReceive } from './receive/use-receive.ts';
import { SendPart } from './send/SendPart.tsx';

/** Kirim & Terima: what comes in, what goes out, and what became of it. */
export const ExchangePage = () => {
  const { t } = useTranslation();
  const receive = useReceive();
  const roles = useQueryCall('session.get', {}).data?.unlocked?.roles ?? [];
  // What was found in a package is read across the whole width.
  const wide = receive.state.step === 'inspected' || receive.state.step === 'imported';
  return (
    <Page title={t('exchange.title')} intro={t('exchange.intro')}>
      <DraftsToSign />
      <ToReview always />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: wide ? 12 : 6 }}>
          <ReceivePart receive={receive} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: wide ? 12 : 6 }}>
          <SendPart />
        </Grid.Col>
      </Grid>
      {roles.includes('employee') && <CopiesPart />}
      <HistoryPart />
    </Page>
  );
};
