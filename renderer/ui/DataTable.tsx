import { Box, Table, type TableProps } from '@mantine/core';

/**
 * A table of the component library that scrolls sideways by itself where the window is too small for it, not the page.
 */
export const DataTable = (props: TableProps) => (
  <Box className="data-table">
    <Table {...props} />
  </Box>
);
