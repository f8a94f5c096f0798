import { Loader, ScrollArea, Text } from '@mantine/core';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { PdfPage } from './PdfPage.tsx';
import { PdfPassword } from './PdfPassword.tsx';
import type { Size } from './page-layout.ts';
import { type Elsewhere, elsewhereOf, isDamage, openPdf, viewportOf } from './pdf.ts';
import type { Turns } from './turns.ts';
import './pdf.css';

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'locked'; readonly wrong: boolean; readonly answer: (password: string) => void }
  | { readonly kind: 'failed'; readonly code: 'fileUnreadable' | 'pdfNotShown' }
  | {
      readonly kind: 'open';
      readonly pdf: PDFDocumentProxy;
      readonly turns: Turns;
      readonly first: Size;
      readonly elsewhere: Elsewhere | null;
    };

/** How large pages are taken to be: as the first is, or A4 where that is broken. */
const sizeOfPages = (pdf: PDFDocumentProxy, width: number): Promise<Size> =>
  pdf.getPage(1).then(
    (page) => {
      const { width: across, height } = viewportOf(page, width);
      return { width: across, height };
    },
    () => ({ width, height: Math.round(width * Math.SQRT2) }),
  );

/** Opens a PDF for as long as it is shown. */
const useOpened = (bytes: Uint8Array, width: number): Opened => {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  useEffect(() => {
    let wanted = true;
    const { task, turns, end } = openPdf(bytes);
    const say = (next: Opened): void => {
      if (wanted) setOpened(next);
    };
    task.onPassword = (take: (password: string) => void, reason: number): void => {
      const answer = (password: string): void => {
        say({ kind: 'opening' });
        take(password);
      };
      // 2: one was tried (PasswordResponses.INCORRECT_PASSWORD).
      say({ kind: 'locked', wrong: reason === 2, answer });
    };
    task.promise
      .then(async (pdf) => {
        const first = await sizeOfPages(pdf, width);
        say({ kind: 'open', pdf, turns, first, elsewhere: await elsewhereOf(pdf) });
      })
      .catch((thrown: unknown) => say({ kind: 'failed', code: isDamage(thrown) ? 'fileUnreadable' : 'pdfNotShown' }));
    return () => {
      wanted = false;
      setOpened({ kind: 'opening' });
      end();
    };
  }, [bytes, width]);
  return opened;
};

export interface PdfPagesProps {
  readonly bytes: Uint8Array;
  /** Of a page, in CSS pixels. */
  readonly width: number;
  readonly height: number | string;
}

/** All pages of a PDF one below the other; those near what is seen are drawn. */
export const PdfPages = ({ bytes, width, height }: PdfPagesProps) => {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const opened = useOpened(bytes, width);
  if (opened.kind === 'failed') return <ErrorNotice error={{ code: opened.code }} />;
  if (opened.kind === 'locked') return <PdfPassword wrong={opened.wrong} onPassword={opened.answer} />;
  if (opened.kind === 'opening') return <Loader aria-label={t('common.loading')} />;
  const { pdf, turns, first, elsewhere } = opened;
  return (
    <ScrollArea.Autosize
      mah={height}
      viewportRef={root}
      viewportProps={{ tabIndex: 0, 'aria-label': t('viewer.pages'), style: { containerType: 'inline-size' } }}
      bg="var(--bilik-surface)"
      p="sm"
    >
      {elsewhere !== null && (
        <Text role="note" size="sm" mb="sm" mx="auto" maw={width}>
          {t(`viewer.elsewhere.${elsewhere}`)}
        </Text>
      )}
      {Array.from({ length: pdf.numPages }, (_, index) => index + 1).map((number) => (
        <PdfPage key={number} pdf={pdf} turns={turns} number={number} width={width} size={first} root={root} />
      ))}
    </ScrollArea.Autosize>
  );
};
