import { Loader, ScrollArea } from '@mantine/core';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { drawPage, openPdf } from './pdf.ts';
import './pdf.css';

const PdfPage = ({
  pdf,
  number,
  width,
}: {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly width: number;
}) => {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (canvas.current === null || layer.current === null) return;
    const surface = canvas.current;
    // What cannot be drawn stays blank; the page goes away when the viewer closes.
    drawPage(pdf, number, width, surface, layer.current).catch(() => undefined);
    return () => {
      surface.width = 0;
    };
  }, [pdf, number, width]);
  return (
    <section className="pdf-page" aria-label={t('viewer.page', { number, total: pdf.numPages })}>
      <canvas ref={canvas} aria-hidden />
      <div className="pdf-text" ref={layer} />
    </section>
  );
};

/** All pages of a PDF one below the other. */
export const PdfPages = ({
  bytes,
  width,
  height,
}: {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number | string;
}) => {
  const { t } = useTranslation();
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let opened: PDFDocumentProxy | null = null;
    let wanted = true;
    openPdf(bytes).then(
      (document) => {
        opened = document;
        if (wanted) setPdf(document);
        else void document.destroy();
      },
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
      setPdf(null);
      void opened?.destroy();
    };
  }, [bytes]);
  if (failed) return <ErrorNotice error={{ code: 'fileUnreadable' }} />;
  if (pdf === null) return <Loader aria-label={t('common.loading')} />;
  return (
    <ScrollArea.Autosize
      mah={height}
      viewportProps={{ tabIndex: 0, 'aria-label': t('viewer.pages') }}
      bg="var(--bilik-surface)"
      p="sm"
    >
      {Array.from({ length: pdf.numPages }, (_, index) => index + 1).map((number) => (
        <PdfPage key={number} pdf={pdf} number={number} width={width} />
      ))}
    </ScrollArea.Autosize>
  );
};
