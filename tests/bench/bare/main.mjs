// A bare Electron window with one button: what the application is measured against.
import { app, BrowserWindow } from 'electron';

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1180,
    height: 720,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(process.env.BENCH_BARE_PAGE);
});
app.on('window-all-closed', () => app.quit());
