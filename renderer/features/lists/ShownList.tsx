import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import type { Output } from '../../lib/query.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';

/** A list as it will leave: what stands above it, its first rows. It is Indonesian, as all papers. */
export const ShownList = ({ list }: { readonly list: Output<'lists.prepare'> }) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { title, facts, columns, rows, total } = list;
  return (
    <Section title={t('lists.shown')}>
      <Text fw={600} lang="id">
        {title}
      </Text>
      <Text size="sm" lang="id">
        {facts.map(({ label, value }) => `${label}: ${value}`).join(' · ')}
      </Text>
      {total === 0 ? (
        <EmptyState text={t('lists.empty')} />
      ) : (
        <>
          <DataTable readAlone wide fz="sm" striped aria-label={title} lang="id">
            <Table.Thead>
              <Table.Tr>
                {columns.map((label) => (
                  <Table.Th key={label} scope="col">
                    {label}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row[0]}>
                  {row.map((cell, at) => (
                    <Table.Td key={columns[at]}>{cell}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </DataTable>
          <Text size="sm" c="dimmed" role="status">
            {t('lists.rows', { shown: number(rows.length), total: number(total) })}
          </Text>
        </>
      )}
    </Section>
  );
};
