/**
 * What `npm run dev` and `npm run dev:inspect` add. Nothing of this folder is in a production build: only
 * index.ts imports it, under a condition that is false there.
 */
import { randomBytes } from 'node:crypto';
import { app, type Session } from 'electron';
import { appScheme } from '../page-protocol.ts';

export interface Development {
  readonly switches: Readonly<Record<string, string>>;
  /** True when the inspector's window, which cannot be sandboxed, is to be opened. */
  readonly inspects: boolean;
  /** Addresses besides the application's own: the socket of hot reload. */
  readonly allowsUrl: (url: string) => boolean;
  /** Serves the pages from the development server, under the same origin as ever. */
  readonly servePages: (session: Session) => void;
  readonly openInspector: () => void;
}

/** The same policy as in production, except for what hot reload needs. */
const policy = (pathname: string, nonce: string, socket: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'${pathname.includes('/pdf.worker.') ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    `connect-src 'self' ${socket}`,
    "worker-src 'self' blob:",
  ].join('; ');

const withNonce = (html: string, nonce: string): string =>
  html
    .replace('<head>', `<head><meta name="csp-nonce" content="${nonce}">`)
    .replaceAll('<script', `<script nonce="${nonce}"`);

const forward = async (server: string, socket: string, request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  const answer = await fetch(`${server}${pathname}${search}`, {
    headers: { accept: request.headers.get('accept') ?? '*/*' },
  });
  const type = answer.headers.get('content-type') ?? 'application/octet-stream';
  const nonce = randomBytes(18).toString('base64');
  const body = type.startsWith('text/html') ? withNonce(await answer.text(), nonce) : await answer.arrayBuffer();
  return new Response(body, {
    status: answer.status,
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': policy(pathname, nonce, socket),
      'Cache-Control': 'no-store',
    },
  });
};

/** Reads what electron-vite's development server says; null when the application was started without it. */
export const createDevelopment = (): Development | null => {
  const server = process.env.ELECTRON_RENDERER_URL;
  if (server === undefined || app.isPackaged) return null;
  const { host, hostname } = new URL(server);
  const socket = `ws://${host}`;
  const inspects = process.env.BILIK_INSPECT === '1';
  return {
    switches: { 'host-resolver-rules': `MAP * ~NOTFOUND, EXCLUDE ${hostname}` },
    inspects,
    allowsUrl: (url) => url.startsWith(`${socket}/`),
    servePages: (session) => session.protocol.handle(appScheme, (request) => forward(server, socket, request)),
    openInspector: () => {
      if (inspects) void import('./inspector.ts').then(({ openInspector }) => openInspector());
    },
  };
};
