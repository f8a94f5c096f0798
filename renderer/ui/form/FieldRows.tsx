import { Box, Text } from '@mantine/core';
import type { FieldRow } from './reading.ts';
import './field-rows.css';

/** What a record says, label by label. */
export const FieldRows = ({ rows }: { readonly rows: readonly FieldRow[] }) => (
  <Box component="dl" className="field-rows">
    {rows.map(({ label, text }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity, and never change places
      <div key={index} className="field-row">
        <Text component="dt" size="sm" c="dimmed">
          {label}
        </Text>
        <Text component="dd" m={0} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {text}
        </Text>
      </div>
    ))}
  </Box>
);
