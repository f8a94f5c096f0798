import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PdfPages, type PdfPagesProps } from '../PdfPages.tsx';
import { tiffToPdf } from './tiff-to-pdf.ts';

/** The pages of a TIFF, or what to do with one that is of another kind than scanners write. */
export const TiffPages = ({ bytes, ...size }: PdfPagesProps) => {
  const { t } = useTranslation();
  const pdf = useMemo(() => tiffToPdf(bytes), [bytes]);
  return pdf === null ? (
    <Text c="dimmed" role="note">
      {t('viewer.notShown.tiff')}
    </Text>
  ) : (
    <PdfPages bytes={pdf} {...size} />
  );
};
