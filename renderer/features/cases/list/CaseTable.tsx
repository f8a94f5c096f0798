import { UnstyledButton } from '@mantine/core';
import type { CaseSummary } from '@shared/contract/case.ts';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react';
import { useCaseTexts } from '../texts.ts';
import { CaseRow, rowHeight } from './CaseRow.tsx';
import { caseTableFeatures, columnTemplate, useCaseColumns } from './case-columns.tsx';
import './case-table.css';

const headHeight = 36;

export interface Sorting {
  readonly id: string;
  readonly desc: boolean;
}

export interface CaseTableProps {
  readonly cases: CaseSummary[];
  /** Ids of the files that the filter lets through; null: all of them. */
  readonly passing: ReadonlySet<string> | null;
  readonly sorting: Sorting;
  readonly onSorting: (next: Sorting) => void;
  /** Case on the chosen row; kept by the page so that it is there again after a lock. */
  readonly chosen: string | null;
  readonly onChoose: (caseId: string) => void;
  readonly onOpen: (caseId: string) => void;
}

/** How far a key moves the chosen row; null for keys that do not move it. */
const stepOf = (key: string, count: number): number | null =>
  ({ ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -count, End: count })[key] ?? null;

/** The list of files as a dense grid: only the rows in sight are drawn, arrows move, Enter opens. */
export const CaseTable = ({ cases, passing, sorting, onSorting, chosen, onChoose, onOpen }: CaseTableProps) => {
  const { t } = useCaseTexts();
  const columns = useCaseColumns();
  const scroller = useRef<HTMLTableElement>(null);
  const state = useMemo(() => ({ sorting: [sorting] }), [sorting]);
  const table = useTable({
    features: caseTableFeatures,
    columns,
    data: cases,
    getRowId: (row) => row.caseId,
    state,
  });
  // Sorted once, filtered afterwards: typing in the search need not sort 50,000 rows again.
  const sorted = table.getRowModel().rows;
  const rows = useMemo(
    () => (passing === null ? sorted : sorted.filter(({ id }) => passing.has(id))),
    [sorted, passing],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    scrollPaddingEnd: headHeight,
    overscan: 8,
  });
  const open = useRef(onOpen);
  open.current = onOpen;
  const openRow = useCallback((caseId: string) => open.current(caseId), []);
  const at = rows.findIndex((row) => row.id === chosen);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const current = rows[at];
    if (event.key === 'Enter' && current !== undefined) onOpen(current.id);
    const step = stepOf(event.key, rows.length);
    if (step === null) return;
    event.preventDefault();
    const next = Math.min(Math.max(at + step, 0), rows.length - 1);
    const row = rows[next];
    if (row === undefined) return;
    onChoose(row.id);
    virtualizer.scrollToIndex(next);
  };

  return (
    <table
      ref={scroller}
      className="case-table"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows are chosen by keys, as in a grid
      role="grid"
      tabIndex={0}
      aria-label={t('cases.list.table')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={at < 0 ? undefined : `case-${rows[at]?.id}`}
      onKeyDown={onKeyDown}
    >
      <thead className="case-table-head">
        <tr
          aria-rowindex={1}
          className="case-table-row"
          style={{ gridTemplateColumns: columnTemplate, height: headHeight }}
        >
          {table.getHeaderGroups()[0]?.headers.map((header) => (
            <HeadCell
              key={header.id}
              id={header.column.id}
              title={String(header.column.columnDef.header)}
              sorting={sorting}
              onSorting={onSorting}
            />
          ))}
        </tr>
      </thead>
      <tbody className="case-table-body" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <CaseRow
              key={row.id}
              row={row}
              index={item.index}
              start={item.start}
              chosen={row.id === chosen}
              onOpen={openRow}
            />
          );
        })}
      </tbody>
    </table>
  );
};

interface HeadCellProps extends Pick<CaseTableProps, 'sorting' | 'onSorting'> {
  readonly id: string;
  readonly title: string;
}

/** Head of a column; sorts by it, the other way round when pressed again. */
const HeadCell = ({ id, title, sorting, onSorting }: HeadCellProps) => {
  const { t } = useCaseTexts();
  const here = sorting.id === id;
  const direction = sorting.desc ? 'descending' : 'ascending';
  const Arrow = sorting.desc ? IconArrowDown : IconArrowUp;
  return (
    <th scope="col" className="case-table-cell" aria-sort={here ? direction : 'none'}>
      <UnstyledButton
        fz="xs"
        fw={600}
        mih={24}
        aria-label={t('cases.list.sortBy', { column: title })}
        onClick={() => onSorting({ id, desc: here && !sorting.desc })}
      >
        {title}
        {here && <Arrow size={13} aria-hidden />}
      </UnstyledButton>
    </th>
  );
};
