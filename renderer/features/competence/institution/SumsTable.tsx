import { Alert, Table, Text } from '@mantine/core';
import type { PlannedSums } from '@shared/domain/competence/institution-plan.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useRupiah } from '../form/use-plan-reading.ts';
import { useJp } from '../jp.ts';

const columns = ['kind', 'people', 'items', 'jp', 'cost'] as const;

export interface SumsTableProps {
  readonly sums: PlannedSums;
  /** What they come to now, where that is something else than when the plan was set; else null. */
  readonly since: PlannedSums | null;
}

/** What employees plan, by kind of learning and together; nobody is named. */
export const SumsTable = ({ sums, since }: SumsTableProps) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { jp, jpText } = useJp();
  const rupiah = useRupiah();
  const told = ({ people, items, jp: sum, cost }: PlannedSums) => ({
    people: number(people),
    items: number(items),
    jp: jpText(sum),
    cost: rupiah(cost),
  });
  return (
    <>
      {since !== null && (
        <Alert color="gray" variant="light" mb="sm">
          {t('competence.institution.since', told(since))}
        </Alert>
      )}
      {sums.items === 0 ? (
        <EmptyState text={t('competence.institution.none')} />
      ) : (
        <>
          <DataTable striped aria-label={t('competence.institution.employees')}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`competence.institution.column.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sums.kinds.map((row) => (
                <Table.Tr key={row.kind}>
                  <Table.Th scope="row" fw={500}>
                    {t(`competence.kind.${row.kind}`)}
                  </Table.Th>
                  <Table.Td>{number(row.people)}</Table.Td>
                  <Table.Td>{number(row.items)}</Table.Td>
                  <Table.Td>{jp(row.jp)}</Table.Td>
                  <Table.Td>{rupiah(row.cost)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </DataTable>
          <Text mt="sm">{t('competence.institution.employeesText', told(sums))}</Text>
          {sums.withoutCost > 0 && (
            <Text size="sm" c="dimmed">
              {t('competence.institution.withoutCost', { number: number(sums.withoutCost) })}
            </Text>
          )}
        </>
      )}
    </>
  );
};
