// One bare window for the catalogue; the test sends it to a page. No preload, no backend, no vault.
const { app, BrowserWindow } = require('electron');

app.commandLine.appendSwitch('lang', 'id');
app.setPath('userData', process.env.BILIK_CATALOGUE_PROFILE);

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true } });
  void window.loadURL('about:blank');
});
app.on('window-all-closed', () => app.quit());
