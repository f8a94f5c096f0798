import { Anchor, Button, Group, Progress, Table, Text } from '@mantine/core';
import type { LedgerRow } from '@shared/contract/competence.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { type Input, type Output, useQueryCall } from '../../../lib/query.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { percentOf, useJp } from '../jp.ts';

const pageSize = 200;
const columns = ['name', 'unit', 'jp', 'records'] as const;

const Row = ({ row }: { readonly row: LedgerRow }) => {
  const { t } = useTranslation();
  const { ofTarget } = useJp();
  const go = useGo();
  const said = ofTarget(row.jp, row.target);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Anchor
          component="button"
          type="button"
          ta="start"
          onClick={() => go(placeOf('learner', { personId: row.personId }))}
        >
          {row.name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {row.position}
        </Text>
      </Table.Th>
      <Table.Td>{row.unit}</Table.Td>
      <Table.Td miw={220}>
        <Text size="sm">{said}</Text>
        {row.target !== null && (
          <Progress
            value={percentOf(row.jp, row.target)}
            color={row.jp >= row.target ? 'green' : 'petrol'}
            aria-label={said}
          />
        )}
      </Table.Td>
      <Table.Td>
        {row.records}
        {row.uncounted > 0 && (
          <Text size="sm" c="dimmed">
            {t('competence.uncounted', { count: row.uncounted })}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
};

export interface LedgerTableProps {
  readonly filter: Omit<Input<'competence.ledger'>, 'offset' | 'limit'>;
  /** First page, with the figures of all. */
  readonly first: Output<'competence.ledger'>;
}

/** The ledger in pages of 200. */
export const LedgerTable = ({ filter, first }: LedgerTableProps) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [page, setPage] = useState(0);
  const offset = page * pageSize;
  const asked = useQueryCall('competence.ledger', { ...filter, offset, limit: pageSize }, { keepPrevious: true });
  const rows = page === 0 ? first.rows : (asked.data?.rows ?? []);
  const last = Math.min(offset + pageSize, first.total);
  return (
    <>
      <DataTable striped stickyHeader aria-label={t('competence.ledger', { year: filter.year })}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {t(`competence.column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={row.personId} row={row} />
          ))}
        </Table.Tbody>
      </DataTable>
      {first.total > pageSize && (
        <Group justify="flex-end" mt="sm">
          <Text size="sm" role="status">
            {t('competence.shown', { from: number(offset + 1), to: number(last), total: number(first.total) })}
          </Text>
          <Button size="xs" variant="default" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('competence.before')}
          </Button>
          <Button size="xs" variant="default" disabled={last >= first.total} onClick={() => setPage(page + 1)}>
            {t('competence.after')}
          </Button>
        </Group>
      )}
    </>
  );
};
