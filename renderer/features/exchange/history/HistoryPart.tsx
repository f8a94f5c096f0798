import { Button, Loader, SegmentedControl, Stack } from '@mantine/core';
import { useState } from 'react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { usePath } from '../../../lib/navigation.ts';
import { usePlace } from '../../../lib/place.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { historyFilters, matches } from './history-filter.ts';
import { JournalTable } from './JournalTable.tsx';
import { MissingCounters } from './MissingCounters.tsx';
import { ReceiptsDue } from './ReceiptsDue.tsx';

/** Rows that are shown at once. */
const pageLength = 50;

/** Riwayat: packages sent and received, what is known to be missing, receipts still to be made. */
export const HistoryPart = () => {
  const { t } = useExchangeTexts();
  const journal = useQueryCall('exchange.journal', {});
  const [place, setPlace] = usePlace<{ readonly filter: string }>(usePath(), { filter: 'all' });
  const [rows, setRows] = useState(pageLength);
  const filter = historyFilters.find((known) => known === place.filter) ?? 'all';
  const entries = (journal.data?.entries ?? []).filter((entry) => matches(entry, filter));
  const data = journal.data;
  return (
    <Section
      title={t('exchange.history')}
      actions={
        <SegmentedControl
          aria-label={t('exchange.historyFilter')}
          size="xs"
          data={historyFilters.map((value) => ({ value, label: t(`exchange.filter.${value}`) }))}
          value={filter}
          onChange={(next) => setPlace({ filter: next })}
        />
      }
    >
      <Stack gap="sm">
        {journal.error && <ErrorNotice error={journal.error} onRetry={() => void journal.refetch()} />}
        {data === undefined && journal.error === null && <Loader aria-label={t('common.loading')} />}
        {data !== undefined && <MissingCounters missing={data.missing} />}
        {data !== undefined && <ReceiptsDue due={data.receiptsDue} />}
        {data !== undefined && entries.length === 0 && <EmptyState text={t(`exchange.historyEmpty.${filter}`)} />}
        {entries.length > 0 && <JournalTable entries={entries.slice(0, rows)} />}
        {entries.length > rows && (
          <Button variant="subtle" onClick={() => setRows(rows + pageLength)}>
            {t('exchange.showMore', { number: entries.length - rows })}
          </Button>
        )}
      </Stack>
    </Section>
  );
};
