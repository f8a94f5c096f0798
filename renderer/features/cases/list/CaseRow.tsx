import type { CaseSummary } from '@shared/contract/case.ts';
import { FlexRender, type Row } from '@tanstack/react-table';
import { memo } from 'react';
import { type caseTableFeatures, columnTemplate } from './case-columns.tsx';

/** Height of a row in CSS pixels. */
export const rowHeight = 44;

export interface CaseRowProps {
  readonly row: Row<typeof caseTableFeatures, CaseSummary>;
  /** Place among the rows that are shown. */
  readonly index: number;
  /** Distance from the first row in CSS pixels. */
  readonly start: number;
  readonly chosen: boolean;
  readonly onOpen: (caseId: string) => void;
}

/** Columns whose texts may be longer than their place: the whole text is their title. */
const shortened: ReadonlySet<string> = new Set(['employee', 'unit', 'phase', 'due']);

/** One file of the list; drawn again only when it changes itself, so that scrolling stays smooth. */
export const CaseRow = memo(({ row, index, start, chosen, onOpen }: CaseRowProps) => (
  <tr
    id={`case-${row.id}`}
    aria-rowindex={index + 2}
    aria-selected={chosen}
    className="case-table-row case-table-line"
    style={{ gridTemplateColumns: columnTemplate, height: rowHeight, transform: `translateY(${start}px)` }}
    onClick={() => onOpen(row.id)}
  >
    {row.getAllCells().map((cell) => (
      <td
        key={cell.id}
        className="case-table-cell"
        title={shortened.has(cell.column.id) ? String(cell.getValue()) : undefined}
      >
        <FlexRender cell={cell} />
      </td>
    ))}
  </tr>
));
