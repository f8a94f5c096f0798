import { Table } from '@mantine/core';
import type { JoinedCount, JoinedTable } from '@shared/domain/programme/joined.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { DataTable } from '../../ui/DataTable.tsx';

export interface CountTableProps<K extends string> {
  readonly label: string;
  readonly keys: readonly K[];
  /** Names of the columns. */
  readonly nameOf: (key: K) => string;
  readonly table: JoinedTable<NoInfer<K>>;
}

/** Counts by unit with their sum; what is hidden says so. */
export const CountTable = <K extends string>({ label, keys, nameOf, table }: CountTableProps<K>) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const text = (count: JoinedCount): string => {
    if (typeof count === 'number') return number(count);
    if (typeof count === 'string') return t(`programme.joined.${count}`);
    return t('programme.joined.atLeast', { number: number(count.atLeast) });
  };
  const rows = [
    ...table.units.map(({ unit, counts }) => ({ key: unit, name: unit || t('programme.joined.severalUnits'), counts })),
    { key: '\n', name: t('programme.plot.sum'), counts: table.total },
  ];
  return (
    <DataTable readAlone fz="sm" aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('programme.plot.unit')}</Table.Th>
          {keys.map((key) => (
            <Table.Th key={key} scope="col">
              {nameOf(key)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, name, counts }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={400}>
              {name}
            </Table.Th>
            {keys.map((column) => (
              <Table.Td key={column}>{text(counts[column])}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </DataTable>
  );
};
