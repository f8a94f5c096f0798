import { join } from 'node:path';
import remote from '@electron/remote/main/index.js';
import { app, BrowserWindow, session } from 'electron';

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bilik inspector</title></head><body></body></html>`;

/**
 * Opens the developer's inspector: processes, windows, web preferences and memory, read by
 * @electron/remote. That module is enabled for this one window alone, which shows no page of the
 * application and lives in a session of its own.
 */
export const openInspector = (): void => {
  const own = session.fromPartition('bilik-inspector', { cache: false });
  own.protocol.handle('app', () => {
    const headers = {
      'Content-Type': 'text/html',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    };
    return new Response(html, { headers });
  });
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    title: 'Bilik inspector',
    webPreferences: {
      session: own,
      preload: join(app.getAppPath(), 'electron/main/development/inspector-window.cjs'),
      sandbox: false,
      contextIsolation: true,
      nodeIntegration: false,
    },
  });
  remote.initialize();
  remote.enable(window.webContents);
  void window.loadURL('app://inspector/');
};
