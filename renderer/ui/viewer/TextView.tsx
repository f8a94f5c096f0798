import { Loader, ScrollArea, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ByteSource } from '../../lib/upload.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { useBytes } from './use-bytes.ts';

/** Shows a kept plain text, as it is. */
export const TextView = ({ source, name }: { readonly source: ByteSource; readonly name: string }) => {
  const { t } = useTranslation();
  const { bytes, error } = useBytes(source);
  if (error !== null) return <ErrorNotice error={error} />;
  if (bytes === null) return <Loader aria-label={t('common.loading')} />;
  return (
    <ScrollArea.Autosize mah="70vh" viewportProps={{ tabIndex: 0, role: 'document', 'aria-label': name }} p="sm">
      <Text component="pre" ff="monospace" m={0} style={{ whiteSpace: 'pre-wrap' }}>
        {new TextDecoder().decode(bytes)}
      </Text>
    </ScrollArea.Autosize>
  );
};
