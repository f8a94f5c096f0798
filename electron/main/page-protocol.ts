import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { pagePolicy, policyOfPath, strictHeaders } from './content-security-policy.ts';

export const appScheme = 'app';
export const pageOrigin = 'app://bilik';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
  '.wasm': 'application/wasm',
};

/** Makes `app://` a standard, secure origin with fetch. To be called before `ready`. */
export const registerAppScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
};

/**
 * File in `folder` that the path of a URL names, or null when it names none: an unknown type, a hidden
 * file, a path that leaves the folder, or one that cannot be decoded.
 */
export const fileForPath = (folder: string, urlPath: string): { file: string; mimeType: string } | null => {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (!path.startsWith('/') || /[\\\0:]/.test(path)) return null;
  if (path.split('/').some((part) => part.startsWith('.'))) return null;
  const file = normalize(join(folder, path));
  const mimeType = mimeTypes[extname(file)];
  return file.startsWith(folder + sep) && mimeType !== undefined ? { file, mimeType } : null;
};

/** Puts this response's nonce where the page's style libraries read it. */
const withNonce = (html: string, nonce: string): string =>
  html.replace('<head>', `<head><meta name="csp-nonce" content="${nonce}">`);

const notFound = (): Response =>
  new Response('', { status: 404, headers: strictHeaders('text/plain', pagePolicy('')) });

/** Answers a request for a file of the built pages. */
const answerPage = async (folder: string, request: Request): Promise<Response> => {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.host !== 'bilik') return notFound();
  const found = fileForPath(folder, url.pathname);
  if (found === null) return notFound();
  const bytes = await readFile(found.file).catch(() => null);
  if (bytes === null) return notFound();
  const nonce = randomBytes(18).toString('base64');
  const body = found.mimeType.startsWith('text/html') ? withNonce(bytes.toString('utf8'), nonce) : bytes;
  return new Response(body, { headers: strictHeaders(found.mimeType, policyOfPath(url.pathname, nonce)) });
};

/** Serves the built pages in `folder` at `app://bilik/` in a session. */
export const servePages = (session: Session, folder: string): void => {
  const root = normalize(folder);
  session.protocol.handle(appScheme, (request) => answerPage(root, request));
};
