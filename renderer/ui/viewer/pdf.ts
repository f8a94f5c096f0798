import {
  GlobalWorkerOptions,
  getDocument,
  type PageViewport,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFPageProxy,
  TextLayer,
} from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { scaleOf } from './page-layout.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/**
 * Opens a PDF without scripts, forms, evaluated code or network. Its promise rejects when it is no PDF or is damaged;
 * `onPassword` is for the caller to set.
 */
export const openPdf = (bytes: Uint8Array): PDFDocumentLoadingTask =>
  getDocument({
    data: bytes.slice(),
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    stopAtErrors: false,
    useSystemFonts: true,
  });

/** True of what PDF.js throws when a file is no PDF, or is damaged; what else it throws is about what it cannot do. */
export const isDamage = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === 'InvalidPDFException';

/** What a PDF keeps where its pages do not show it: a form of Adobe LiveCycle (XFA), or the files of a portfolio. */
export type Elsewhere = 'form' | 'portfolio';

/** Of which kind a PDF is whose pages may be no more than a word to the reader; null: of none. */
export const elsewhereOf = async (pdf: PDFDocumentProxy): Promise<Elsewhere | null> => {
  const told = await pdf.getMetadata().catch(() => ({ info: {} }));
  const info: { readonly IsXFAPresent?: boolean; readonly IsCollectionPresent?: boolean } = told.info;
  if (info.IsXFAPresent === true) return 'form';
  return info.IsCollectionPresent === true ? 'portfolio' : null;
};

/** False of the empty page that PDF.js puts in the place of a first one that is none; it counts no page behind it. */
export const isPage = (page: PDFPageProxy): boolean => page.ref !== null;

/** A page as it lies in the viewer, `width` CSS pixels wide unless it is far too tall for that. */
export const viewportOf = (page: PDFPageProxy, width: number): PageViewport =>
  page.getViewport({ scale: scaleOf(page.getViewport({ scale: 1 }), width) });

/** What of a page could be drawn: all, not its pictures, or nothing. */
export type Drawn = 'whole' | 'withoutPictures' | 'nothing';

/** Pictures that could not be decoded are kept as null. */
const lacksPictures = ({ objs }: PDFPageProxy): boolean => [...objs].some(([, data]) => data === null);

/** A part of a page: `top` and its size in pixels of the screen. */
export interface Tile {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a part of a page, then forgets its decoded pictures, which are larger than what was drawn. Answers null when
 * `signal` ended it.
 */
export const drawTile = async (
  page: PDFPageProxy,
  viewport: PageViewport,
  canvas: HTMLCanvasElement,
  { tile, ratio, signal }: { readonly tile: Tile; readonly ratio: number; readonly signal: AbortSignal },
): Promise<Drawn | null> => {
  canvas.width = tile.width;
  canvas.height = tile.height;
  const canvasContext = canvas.getContext('2d');
  if (canvasContext === null) return 'nothing';
  const task = page.render({ canvasContext, viewport, transform: [ratio, 0, 0, ratio, 0, -tile.top] });
  const stop = (): void => task.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await task.promise;
    return lacksPictures(page) ? 'withoutPictures' : 'whole';
  } catch {
    return signal.aborted ? null : 'nothing';
  } finally {
    signal.removeEventListener('abort', stop);
    page.cleanup();
  }
};

/** Lays the text of a page over it, to be selected and read aloud. */
export const layText = async (page: PDFPageProxy, viewport: PageViewport, container: HTMLElement): Promise<void> => {
  container.replaceChildren();
  container.style.setProperty('--scale-factor', String(viewport.scale));
  await new TextLayer({ textContentSource: page.streamTextContent(), container, viewport }).render();
};
