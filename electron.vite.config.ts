import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
const alias = { '@shared': resolve(root, 'shared') };
const external = ['electron', /^electron\//, 'better-sqlite3', '@electron/remote', /^@electron\/remote\//, /^node:/];

// The developer's inspector stands only in what `npm run dev:inspect` builds.
const define = { __DEV_INSPECT__: JSON.stringify(process.env.BILIK_INSPECT === '1') };

/**
 * The lock page is painted first when its script has run: in the right language, with the cursor in its field. Vite
 * leaves `blocking` out of the tag that it writes.
 */
const paintAfterScript: Plugin = {
  name: 'paint-after-script',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { filename }) =>
      filename.endsWith('lock.html')
        ? html.replace('<script type="module"', '<script type="module" blocking="render"')
        : html,
  },
};

// Everything pure JavaScript is bundled; only the runtime and the SQLite addon stay outside.
export default defineConfig({
  main: {
    define,
    resolve: { alias },
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          backend: resolve(root, 'electron/backend/index.ts'),
          bilik: resolve(root, 'electron/cli/index.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  // A sandboxed preload script must be one CommonJS file.
  preload: {
    define,
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    define,
    resolve: { alias },
    plugins: [react(), paintAfterScript],
    worker: { format: 'es' },
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      rollupOptions: {
        input: Object.fromEntries(
          ['lock', 'app', 'confirm'].map((page) => [page, resolve(root, `renderer/${page}.html`)]),
        ),
      },
    },
  },
});
