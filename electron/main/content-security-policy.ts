/**
 * Policy of the application's own pages: scripts and styles from the app alone, styles also with this response's nonce.
 * Sandboxed, frames that a page makes as well: it opens no dialog of the system to print in, and hands out no file. Its
 * own origin it keeps, so this is no wall around a page; the other lines are.
 */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    'sandbox allow-scripts allow-same-origin allow-forms',
  ].join('; ');

/**
 * Policy of the worker that reads PDFs: it decodes JPEG 2000, the usual form of scans, by WebAssembly of its own, and
 * loads nothing. It has no say over the pages, whose policy lets no WebAssembly be made.
 */
export const pdfWorkerPolicy = "default-src 'none'; script-src 'wasm-unsafe-eval'";

/** Policy of the answer to a path of the built pages. */
export const policyOfPath = (path: string, nonce: string): string =>
  /^\/assets\/pdf\.worker-[\w-]+\.js$/.test(path) ? pdfWorkerPolicy : pagePolicy(nonce);

/** Policy of a document that is printed: no script, nothing but its own assets; its inline styles are ours. */
export const printPolicy =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'";

/** Headers of every answer of the `app://` scheme. */
export const strictHeaders = (contentType: string, policy: string): Record<string, string> => ({
  'Content-Type': contentType,
  'Content-Security-Policy': policy,
  // A video in a small window would stand above all windows, and a page that fills the screen could paint any window.
  'Permissions-Policy': 'picture-in-picture=(), fullscreen=()',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
});
