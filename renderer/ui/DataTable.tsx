import { Box, Table, type TableProps } from '@mantine/core';

export interface DataTableProps extends TableProps {
  /** Nothing in it takes the focus, and it may be wide: it takes it itself, so that keys scroll it. */
  readonly readAlone?: boolean;
}

/**
 * A table of the component library that scrolls sideways by itself where the window is too small for it, not the page.
 */
export const DataTable = ({ readAlone = false, ...props }: DataTableProps) => (
  <Box className="data-table" {...(readAlone && { tabIndex: 0, role: 'group', 'aria-label': props['aria-label'] })}>
    <Table {...props} />
  </Box>
);
