import { Stack, Text } from '@mantine/core';
import type { RecordContent } from '@shared/domain/guidance/record-contents.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { recordFields } from './record-fields.ts';

/** What a record says; empty fields are left out. */
export const RecordFields = ({ content }: { readonly content: RecordContent }) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  return (
    <Stack gap={6} my="xs" component="dl">
      {recordFields(content, { t, date })
        .filter(([, text]) => text !== '')
        .map(([label, text], place) => (
          // Two entries of a log may be of the same day.
          // biome-ignore lint/suspicious/noArrayIndexKey: a signed record never changes.
          <div key={place}>
            <Text component="dt" size="sm" fw={600}>
              {label}
            </Text>
            <Text component="dd" m={0} style={{ whiteSpace: 'pre-wrap' }}>
              {text}
            </Text>
          </div>
        ))}
    </Stack>
  );
};
