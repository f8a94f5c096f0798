import {
  getDocument,
  ImageKind,
  OPS,
  type PageViewport,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
  TextLayer,
  VerbosityLevel,
} from 'pdfjs-dist';
import type { Loss } from './losses.ts';
import { hasFax, withoutOversized } from './oversized.ts';
import { maxPictureDots, scaleOf } from './page-layout.ts';
import workerUrl from './pdf.worker.ts?worker&url';
import { createTurns, type Turns } from './turns.ts';

/** A PDF that is read. */
export interface Reading {
  /** Its promise rejects when it is no PDF or is damaged; `onPassword` is for the caller to set. */
  readonly task: PDFDocumentLoadingTask;
  readonly turns: Turns;
  readonly end: () => void;
}

/** Opens a PDF without scripts, forms, evaluated code or network. */
export const openPdf = (bytes: Uint8Array): Reading => {
  const port = new Worker(workerUrl, { type: 'module' });
  // It tells our worker all that it notices; see `pdf.worker.ts`.
  const worker: PDFWorker = PDFWorker.fromPort({ port, verbosity: VerbosityLevel.INFOS });
  const task = getDocument({
    data: withoutOversized(bytes),
    // Drawn by the page then, which sees how much of a picture came.
    isOffscreenCanvasSupported: !hasFax(bytes),
    worker,
    isEvalSupported: false,
    enableXfa: false,
    disableAutoFetch: true,
    disableStream: true,
    stopAtErrors: false,
    useSystemFonts: true,
    maxImageSize: maxPictureDots,
  });
  const end = (): void => {
    const stop = (): void => {
      worker.destroy();
      port.terminate();
    };
    task.destroy().then(stop, stop);
  };
  return { task, turns: createTurns(port), end };
};

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

/** What of a page could be drawn: all, not its pictures, not some other part of it, or nothing. */
export type Drawn = 'whole' | 'withoutPictures' | 'inPart' | 'nothing';

/** What was found missing on a page, however often it is drawn. */
const missing = new WeakMap<PDFPageProxy, Set<Loss>>();

/** What failed for the whole document, by name: a picture is kept as null then, a font as a text. */
const failedIn = ({ commonObjs }: PDFPageProxy): Map<string, Loss> =>
  new Map(
    [...commonObjs].flatMap(([name, data]): [string, Loss][] => {
      if (isLacking(data)) return [[name, 'picture']];
      return typeof data === 'string' ? [[name, 'part']] : [];
    }),
  );

/** What failed on another page and is needed on this one; PDF.js says nothing of it again. */
const alsoMissing = async (page: PDFPageProxy): Promise<readonly Loss[]> => {
  const failed = failedIn(page);
  if (failed.size === 0) return [];
  const { fnArray, argsArray } = await page.getOperatorList();
  const needed = argsArray.filter((_, at) => fnArray[at] === OPS.dependency).flat() as readonly string[];
  return needed.flatMap((name) => failed.get(name) ?? []);
};

/** A picture of one bit for each dot, as PDF.js hands it over; of a fax that is cut only the rows that came. */
interface BitPicture {
  readonly kind: number;
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const isBitPicture = (data: unknown): data is BitPicture => {
  const { kind, data: bits } = data as Partial<BitPicture>;
  return kind === ImageKind.GRAYSCALE_1BPP && bits instanceof Uint8Array;
};

/** True for a picture that could not be drawn, or of which rows are missing. */
const isLacking = (data: unknown): boolean =>
  data === null || (isBitPicture(data) && data.data.length < Math.ceil(data.width / 8) * data.height);

const lacksPictures = ({ objs }: PDFPageProxy): boolean => [...objs].some(([, data]) => isLacking(data));

const drawnOf = (losses: ReadonlySet<Loss>): Drawn => {
  if (losses.has('part')) return 'inPart';
  return losses.has('picture') ? 'withoutPictures' : 'whole';
};

/** A page that lies in the viewer. */
export interface Laid {
  readonly page: PDFPageProxy;
  readonly viewport: PageViewport;
  readonly turns: Turns;
}

/** A part of a page: `top` and its size in pixels of the screen. */
export interface Tile {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface TileTask {
  readonly tile: Tile;
  readonly ratio: number;
  readonly signal: AbortSignal;
}

const render = async (
  page: PDFPageProxy,
  viewport: PageViewport,
  canvas: HTMLCanvasElement,
  { tile, ratio, signal }: TileTask,
): Promise<readonly Loss[]> => {
  signal.throwIfAborted();
  canvas.width = tile.width;
  canvas.height = tile.height;
  const canvasContext = canvas.getContext('2d');
  if (canvasContext === null) throw new Error('no canvas');
  const task = page.render({ canvasContext, viewport, transform: [ratio, 0, 0, ratio, 0, -tile.top] });
  const stop = (): void => task.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await task.promise;
    return [...(lacksPictures(page) ? (['picture'] as const) : []), ...(await alsoMissing(page))];
  } finally {
    signal.removeEventListener('abort', stop);
    page.cleanup();
  }
};

/**
 * Draws a part of a page in its turn, then forgets its decoded pictures, which are larger than what was drawn. Answers
 * null when `signal` ended it.
 */
export const drawTile = async (
  { page, viewport, turns }: Laid,
  canvas: HTMLCanvasElement,
  task: TileTask,
): Promise<Drawn | null> => {
  try {
    const { value, losses } = await turns(() => render(page, viewport, canvas, task));
    const all = new Set([...(missing.get(page) ?? []), ...losses, ...value]);
    missing.set(page, all);
    return drawnOf(all);
  } catch {
    return task.signal.aborted ? null : 'nothing';
  }
};

/** Lays the text of a page over it, to be selected and read aloud. */
export const layText = async ({ page, viewport, turns }: Laid, container: HTMLElement): Promise<void> => {
  container.replaceChildren();
  container.style.setProperty('--scale-factor', String(viewport.scale));
  await turns(() => new TextLayer({ textContentSource: page.streamTextContent(), container, viewport }).render());
};
