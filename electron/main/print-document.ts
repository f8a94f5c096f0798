import { randomBytes } from 'node:crypto';
import type { PrintJob } from '@shared/contract/control.ts';
import { BrowserWindow, type Session, session } from 'electron';
import { closeSession } from './closed-session.ts';
import { printPolicy, strictHeaders } from './content-security-policy.ts';
import { appScheme } from './page-protocol.ts';

/** Prints documents in hidden windows; nothing of them is logged, written or kept. */
export interface Printer {
  /** Tagged A4 PDF of a document. Throws when the window is gone or printing broke off. */
  readonly toPdf: (job: PrintJob) => Promise<Uint8Array>;
  /** Sends a document to a printer that the person picks; false when cancelled. */
  readonly toPaper: (job: PrintJob) => Promise<boolean>;
  /** Destroys whatever is being printed. */
  readonly stop: () => void;
}

/** Time that a document may take to load, in milliseconds. */
const loadLimit = 30_000;

const answerJob = (job: PrintJob, request: Request): Response => {
  const path = decodeURIComponent(new URL(request.url).pathname.slice(1));
  if (path === '') return new Response(job.html, { headers: strictHeaders('text/html; charset=utf-8', printPolicy) });
  const asset = job.assets.find(({ name }) => name === path);
  if (asset === undefined) return new Response('', { status: 404, headers: strictHeaders('text/plain', printPolicy) });
  return new Response(Buffer.from(asset.bytes), { headers: strictHeaders(asset.mimeType, printPolicy) });
};

const openHidden = (printSession: Session): BrowserWindow =>
  new BrowserWindow({
    show: false,
    title: 'Bilik',
    webPreferences: {
      session: printSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webSecurity: true,
      webviewTag: false,
      webgl: false,
      plugins: false,
      spellcheck: false,
      disableDialogs: true,
      v8CacheOptions: 'none',
      devTools: false,
    },
  });

const loadWithin = async (window: BrowserWindow, url: string): Promise<void> => {
  const timer = setTimeout(() => window.destroy(), loadLimit);
  await window.loadURL(url).finally(() => clearTimeout(timer));
};

/**
 * Makes the printer. Each job has an address that was never used before, in an in-memory session of
 * its own kind; when the job ends its address is gone, its window destroyed and the session cleared.
 */
export const createPrinter = (): Printer => {
  const jobs = new Map<string, PrintJob>();
  const windows = new Set<BrowserWindow>();
  let prepared: Session | undefined;

  const prepare = (): Session => {
    if (prepared !== undefined) return prepared;
    prepared = session.fromPartition('bilik-print', { cache: false });
    closeSession(prepared, (url) => url.startsWith('data:') || jobs.has(hostOf(url)));
    prepared.protocol.handle(appScheme, (request) => {
      const job = jobs.get(hostOf(request.url));
      return job === undefined ? new Response('', { status: 404 }) : answerJob(job, request);
    });
    return prepared;
  };

  const withDocument = async <T>(job: PrintJob, use: (window: BrowserWindow) => Promise<T>): Promise<T> => {
    const host = `print-${randomBytes(16).toString('hex')}`;
    const printSession = prepare();
    jobs.set(host, job);
    const window = openHidden(printSession);
    windows.add(window);
    try {
      await loadWithin(window, `${appScheme}://${host}/`);
      return await use(window);
    } finally {
      jobs.delete(host);
      windows.delete(window);
      if (!window.isDestroyed()) window.destroy();
      await printSession.clearData();
    }
  };

  return {
    toPdf: (job) =>
      withDocument(job, (window) =>
        window.webContents.printToPDF({
          pageSize: 'A4',
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          ...marginTemplates(job),
        }),
      ),
    toPaper: (job) => withDocument(job, (window) => printOnPaper(window, job.landscape === true)),
    stop: () => {
      for (const window of windows) window.destroy();
      jobs.clear();
    },
  };
};

const hostOf = (url: string): string => (url.startsWith(`${appScheme}:`) && URL.canParse(url) ? new URL(url).host : '');

/** An absent template must be an empty element: Chromium would print its own header instead. */
const marginTemplates = ({ headerTemplate, footerTemplate }: PrintJob) =>
  headerTemplate === '' && footerTemplate === ''
    ? {}
    : {
        displayHeaderFooter: true,
        headerTemplate: headerTemplate || '<span></span>',
        footerTemplate: footerTemplate || '<span></span>',
      };

const printOnPaper = (window: BrowserWindow, landscape: boolean): Promise<boolean> =>
  new Promise((resolve, reject) => {
    window.webContents.print({ silent: false, printBackground: true, pageSize: 'A4', landscape }, (printed, reason) => {
      if (printed) resolve(true);
      else if (/cancel/i.test(reason)) resolve(false);
      else reject(new Error('printing failed'));
    });
  });
