import { Loader } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ByteSource } from '../../lib/upload.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { useBytes } from './use-bytes.ts';

const PdfPages = lazy(async () => ({ default: (await import('./PdfPages.tsx')).PdfPages }));

export interface PdfViewProps {
  readonly source: ByteSource;
  /** Width of a page in CSS pixels. */
  readonly width?: number;
  readonly height?: number | string;
}

/** Shows a kept PDF inside the window, its text readable by a screen reader. */
export const PdfView = ({ source, width = 760, height = '70vh' }: PdfViewProps) => {
  const { t } = useTranslation();
  const { bytes, error } = useBytes(source);
  if (error !== null) return <ErrorNotice error={error} />;
  const waiting = <Loader aria-label={t('common.loading')} />;
  if (bytes === null) return waiting;
  return (
    <Suspense fallback={waiting}>
      <PdfPages bytes={bytes} width={width} height={height} />
    </Suspense>
  );
};
