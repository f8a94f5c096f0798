import { Box, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../lib/format.ts';
import { DataTable } from './DataTable.tsx';
import { monthDays } from './month-days.ts';

export interface MonthGridProps {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Day of today, `YYYY-MM-DD`. */
  readonly today: string;
  /** What stands in a day's cell; null for nothing. */
  readonly renderDay: (day: string) => ReactNode;
}

/** A month as a table of weeks, Monday first. */
export const MonthGrid = ({ month, today, renderDay }: MonthGridProps) => {
  const { language, month: monthText } = useFormat();
  const weekday = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', { weekday: 'long' });
  const weeks = monthDays(month);
  return (
    <DataTable
      withTableBorder
      withColumnBorders
      layout="fixed"
      miw={640}
      captionSide="top"
      aria-label={monthText(`${month}-01`)}
    >
      <Table.Thead>
        <Table.Tr>
          {weeks[0]?.map((day) => (
            <Table.Th key={day} scope="col">
              {weekday.format(new Date(`${day}T00:00:00`))}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {weeks.map((week) => (
          <Table.Tr key={week[0]}>
            {week.map((day) => (
              <Table.Td
                key={day}
                h={92}
                valign="top"
                bg={day === today ? 'var(--mantine-primary-color-light)' : undefined}
              >
                <Text
                  size="sm"
                  fw={day === today ? 700 : 400}
                  c={day.startsWith(month) ? undefined : 'dimmed'}
                  aria-current={day === today ? 'date' : undefined}
                >
                  {Number(day.slice(8))}
                </Text>
                <Box>{day.startsWith(month) && renderDay(day)}</Box>
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </DataTable>
  );
};
