import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Size, tilesOf } from './page-layout.ts';
import { type Drawn, drawTile, isPage, type Laid, layText, type Tile, viewportOf } from './pdf.ts';
import type { Turns } from './turns.ts';
import { useNear } from './use-near.ts';

interface PageTileProps {
  readonly laid: Laid;
  readonly tile: Tile;
  readonly ratio: number;
  readonly root: RefObject<HTMLElement | null>;
  readonly onDrawn: (drawn: Drawn) => void;
}

/** A part of a page; it has a canvas while it is near. */
const PageTile = ({ laid, tile, ratio, root, onDrawn }: PageTileProps) => {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const near = useNear(place, root);
  useEffect(() => {
    const surface = canvas.current;
    if (surface === null || !near) return;
    const stop = new AbortController();
    void drawTile(laid, surface, { tile, ratio, signal: stop.signal }).then(
      (drawn) => drawn !== null && onDrawn(drawn),
    );
    return () => {
      stop.abort();
      surface.width = 0;
    };
  }, [near, laid, tile, ratio, onDrawn]);
  return (
    <div ref={place} style={{ height: tile.height / ratio }}>
      {near && <canvas ref={canvas} aria-hidden style={{ width: tile.width / ratio, height: tile.height / ratio }} />}
    </div>
  );
};

/** What is drawn of a page, with its text. */
const PageSurface = ({ laid, root }: Pick<PageTileProps, 'laid' | 'root'>) => {
  const { t } = useTranslation();
  const text = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn>('whole');
  const [{ ratio, tiles }] = useState(() => {
    const { width, height } = laid.viewport;
    const pixels = window.devicePixelRatio;
    return { ratio: pixels, tiles: tilesOf({ width: width * pixels, height: height * pixels }) };
  });
  useEffect(() => {
    // Text that cannot be read leaves the picture of the page.
    if (text.current !== null) layText(laid, text.current).catch(() => undefined);
  }, [laid]);
  return (
    <>
      {tiles.map((tile) => (
        <PageTile key={tile.top} laid={laid} tile={tile} ratio={ratio} root={root} onDrawn={setDrawn} />
      ))}
      <div className="pdf-text" ref={text} />
      {drawn !== 'whole' && <PageNote>{t(`viewer.drawn.${drawn}`)}</PageNote>}
    </>
  );
};

const PageNote = ({ children }: { readonly children: string }) => (
  <p className="pdf-note" role="note">
    {children}
  </p>
);

export interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly turns: Turns;
  readonly number: number;
  readonly width: number;
  /** As large as it is taken to be until it was near. */
  readonly size: Size;
  /** What scrolls. */
  readonly root: RefObject<HTMLElement | null>;
}

/** One page: a place of its size, drawn while it is near. */
export const PdfPage = ({ pdf, turns, number, width, size, root }: PdfPageProps) => {
  const { t } = useTranslation();
  const section = useRef<HTMLElement>(null);
  const near = useNear(section, root);
  const [known, setKnown] = useState<Size>(size);
  const [laid, setLaid] = useState<Laid | 'failed' | null>(null);
  useEffect(() => {
    if (!near) return;
    let wanted = true;
    pdf.getPage(number).then(
      (page) => {
        if (!wanted) return;
        if (!isPage(page)) return setLaid('failed');
        const viewport = viewportOf(page, width);
        setKnown({ width: viewport.width, height: viewport.height });
        setLaid({ page, viewport, turns });
      },
      () => wanted && setLaid('failed'),
    );
    return () => {
      wanted = false;
      setLaid(null);
    };
  }, [near, pdf, turns, number, width]);
  return (
    <section
      ref={section}
      className="pdf-page"
      aria-label={t('viewer.page', { number, total: pdf.numPages })}
      style={{ width: known.width, height: known.height }}
    >
      {laid === 'failed' && (
        <PageNote>{t(`viewer.drawn.${number === pdf.numPages ? 'noneFrom' : 'nothing'}`)}</PageNote>
      )}
      {laid !== null && laid !== 'failed' && <PageSurface laid={laid} root={root} />}
    </section>
  );
};
