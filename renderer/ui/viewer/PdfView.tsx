import { Loader } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ByteSource } from '../../lib/upload.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import type { PdfPagesProps } from './PdfPages.tsx';
import { useBytes } from './use-bytes.ts';

const PdfPages = lazy(async () => ({ default: (await import('./PdfPages.tsx')).PdfPages }));
const TiffPages = lazy(async () => ({ default: (await import('./tiff/TiffPages.tsx')).TiffPages }));

export interface PdfViewProps {
  readonly source: ByteSource;
  /** Width of a page in CSS pixels. */
  readonly width?: number;
  readonly height?: number | string;
}

interface PagesViewProps extends PdfViewProps {
  readonly Pages: ComponentType<PdfPagesProps>;
}

const PagesView = ({ source, width = 760, height = '70vh', Pages }: PagesViewProps) => {
  const { t } = useTranslation();
  const { bytes, error } = useBytes(source);
  if (error !== null) return <ErrorNotice error={error} />;
  const waiting = <Loader aria-label={t('common.loading')} />;
  if (bytes === null) return waiting;
  return (
    <Suspense fallback={waiting}>
      <Pages bytes={bytes} width={width} height={height} />
    </Suspense>
  );
};

/** Shows a kept PDF inside the window, its text readable by a screen reader. */
export const PdfView = (props: PdfViewProps) => <PagesView {...props} Pages={PdfPages} />;

/** Shows the pages of a kept TIFF as those of a PDF. */
export const TiffView = (props: PdfViewProps) => <PagesView {...props} Pages={TiffPages} />;
