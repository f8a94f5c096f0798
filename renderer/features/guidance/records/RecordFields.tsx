import { Box } from '@mantine/core';
import type { RecordContent } from '@shared/domain/guidance/record-contents.ts';
import { fieldsOfRecord } from '@shared/domain/guidance/record-fields.ts';
import { FieldRows } from '../../../ui/form/FieldRows.tsx';
import { rowsOf } from '../../../ui/form/reading.ts';
import { useReading } from '../../../ui/form/use-reading.ts';

/** What a record says, field by field as on its paper; empty fields are left out. */
export const RecordFields = ({ content }: { readonly content: RecordContent }) => {
  const reading = useReading();
  return (
    <Box my="xs">
      <FieldRows rows={rowsOf(fieldsOfRecord(content.kind, content), content, reading)} />
    </Box>
  );
};
