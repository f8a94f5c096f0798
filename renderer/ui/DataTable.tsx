import { Box, Table, type TableProps } from '@mantine/core';

export interface DataTableProps extends TableProps {
  /** Nothing in it takes the focus, and it may be wide: it takes it itself, so that keys scroll it. */
  readonly readAlone?: boolean;
  /** It has more columns than any window: it scrolls by itself in a large one too, and its head does not stick. */
  readonly wide?: boolean;
}

/**
 * A table of the component library that scrolls sideways by itself where the window is too small for it, not the page.
 */
export const DataTable = ({ readAlone = false, wide = false, ...props }: DataTableProps) => (
  <Box
    className="data-table"
    {...(wide && { style: { overflowX: 'auto' as const } })}
    {...(readAlone && { tabIndex: 0, role: 'group', 'aria-label': props['aria-label'] })}
  >
    <Table {...props} />
  </Box>
);
