import { Radio, Stack, Table, Text } from '@mantine/core';
import type { RecordsOutcome } from '@shared/contract/competence-file.ts';
import { type DayOrder, dayOrders } from '@shared/domain/competence/csv/days.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { DataTable } from '../../../ui/DataTable.tsx';

export interface CsvDaysProps {
  readonly outcome: Pick<RecordsOutcome, 'askOrder' | 'dayOrder' | 'sample' | 'stored'>;
  readonly onOrder: (order: DayOrder) => void;
}

/** The days of a file in words, before they are stored; asked first where figures alone could be either. */
export const CsvDays = ({ outcome, onOrder }: CsvDaysProps) => {
  const { t } = useTranslation();
  const { weekday, date } = useFormat();
  const { askOrder, dayOrder, sample, stored } = outcome;
  const shown = sample.map((row) => ({
    ...row,
    days: row.from === row.to ? weekday(row.from) : `${date(row.from)} – ${date(row.to)}`,
  }));
  return (
    <Stack gap="sm">
      {askOrder !== null && !stored && (
        <Radio.Group
          label={t('competence.import.askOrder', { written: askOrder.written })}
          description={t('competence.import.askOrderHint')}
          value={dayOrder ?? ''}
          onChange={(next) => onOrder(next as DayOrder)}
        >
          <Stack gap="xs" mt="xs">
            {dayOrders.map((order) => (
              <Radio
                key={order}
                value={order}
                label={t(`competence.import.order.${order}`, { day: date(askOrder[order]) })}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {askOrder === null && dayOrder !== null && <Text size="sm">{t(`competence.import.orderRead.${dayOrder}`)}</Text>}
      {shown.length > 0 && <Text size="sm">{t('competence.import.sampleHint')}</Text>}
      {shown.length > 0 && (
        <DataTable fz="sm" aria-label={t('competence.import.sample')}>
          <Table.Thead>
            <Table.Tr>
              {(['row', 'person', 'activity', 'written', 'read'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`competence.import.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ row, name, title, written, days }) => (
              <Table.Tr key={row}>
                <Table.Td>{row}</Table.Td>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{title}</Table.Td>
                <Table.Td>{written}</Table.Td>
                <Table.Td>{days}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      )}
    </Stack>
  );
};
