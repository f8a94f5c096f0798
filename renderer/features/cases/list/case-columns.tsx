import { Badge, Text } from '@mantine/core';
import type { CaseSummary } from '@shared/contract/case.ts';
import {
  type CellContext,
  createColumnHelper,
  createSortedRowModel,
  type Row,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { formatShortDate, formatZonedTime, useFormat } from '../../../lib/format.ts';
import { useCaseTexts } from '../texts.ts';

/** What the table of files can do: sort. Filtering happens before, on prepared texts. */
export const caseTableFeatures = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
type Features = typeof caseTableFeatures;

const helper = createColumnHelper<Features, CaseSummary>();
const collator = new Intl.Collator('id', { sensitivity: 'base', numeric: true });

const byText = (a: Row<Features, CaseSummary>, b: Row<Features, CaseSummary>, column: string): number =>
  collator.compare(String(a.getValue(column)), String(b.getValue(column)));

const byInstant = (a: Row<Features, CaseSummary>, b: Row<Features, CaseSummary>): number =>
  a.original.lastActAt < b.original.lastActAt ? -1 : Number(a.original.lastActAt > b.original.lastActAt);

/** Widths of the columns, in the order in which they stand. */
export const columnTemplate =
  'minmax(150px, 2fr) 164px minmax(110px, 1.4fr) minmax(104px, 1.1fr) minmax(140px, 1.6fr) 144px 96px 100px';

/** Columns of the list of files. */
export const useCaseColumns = () => {
  const { t, phaseName, dueName } = useCaseTexts();
  const { language } = useFormat();
  return useMemo(() => {
    const due = ({ row: { original } }: CellContext<Features, CaseSummary>) => (
      <>
        <Text size="xs" truncate>
          {original.nextDue === null ? '' : dueName(original.nextDue)}
        </Text>
        {original.waitsForHolder && (
          <Badge size="sm" variant="outline" tt="none">
            {t('cases.list.waitsHere')}
          </Badge>
        )}
      </>
    );
    const phase = ({ row: { original } }: CellContext<Features, CaseSummary>) =>
      original.closed ? `${phaseName(original.phase)} (${t('cases.view.closed')})` : phaseName(original.phase);
    return helper.columns([
      helper.accessor('employeeName', { id: 'employee', header: t('cases.list.column.employee'), sortFn: byText }),
      helper.accessor('nipMasked', { id: 'nip', header: t('cases.list.column.nip'), sortFn: byText }),
      helper.accessor('unit', { id: 'unit', header: t('cases.list.column.unit'), sortFn: byText }),
      helper.accessor((row) => phaseName(row.phase), {
        id: 'phase',
        header: t('cases.list.column.phase'),
        sortFn: byText,
        cell: phase,
      }),
      helper.accessor((row) => (row.nextDue === null ? '' : dueName(row.nextDue)), {
        id: 'due',
        header: t('cases.list.column.due'),
        sortFn: byText,
        cell: due,
      }),
      helper.accessor(
        (row) => (row.nextSession === null ? '' : `${row.nextSession.date} ${row.nextSession.startTime}`),
        {
          id: 'session',
          header: t('cases.list.column.session'),
          sortFn: byText,
          cell: ({ row: { original } }) =>
            original.nextSession === null
              ? ''
              : `${formatShortDate(original.nextSession.date, language)} ${formatZonedTime(original.nextSession, language)}`,
        },
      ),
      helper.accessor('listNumber', { id: 'number', header: t('cases.list.column.number'), sortFn: byText }),
      helper.accessor('lastActAt', {
        id: 'lastAct',
        header: t('cases.list.column.lastAct'),
        sortFn: byInstant,
        cell: ({ getValue }) => formatShortDate(getValue(), language),
      }),
    ]);
  }, [t, phaseName, dueName, language]);
};
