import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { policyOfPath } from '../../../electron/main/content-security-policy.ts';

const folder = resolve(import.meta.dirname, '../../../out/renderer');

// The script that @axe-core/playwright brings along. Loaded from an address, it is compiled once and kept.
const fromTool = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const axeFile = fromTool.resolve('axe-core/axe.min.js');

/** Where axe lies on the served pages' origin. */
export const axePath = '/axe.min.js';

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** The built pages at an origin of their own. */
export interface ServedPages {
  readonly origin: string;
  readonly stop: () => void;
}

/** Serves `out/renderer` on this computer alone, under the policy that the application's own pages have. */
export const servePages = async (): Promise<ServedPages> => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    void readFile(pathname === axePath ? axeFile : join(folder, pathname)).then(
      (bytes) => {
        const nonce = randomBytes(18).toString('base64');
        const isPage = pathname.endsWith('.html');
        response.setHeader('Content-Type', mimeTypes[extname(pathname)] ?? 'application/octet-stream');
        response.setHeader('Content-Security-Policy', policyOfPath(pathname, nonce));
        if (!isPage) response.setHeader('Cache-Control', 'max-age=3600, immutable');
        const meta = `<head><meta name="csp-nonce" content="${nonce}">`;
        response.end(isPage ? bytes.toString('utf8').replace('<head>', meta) : bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, stop: () => void server.close() };
};
