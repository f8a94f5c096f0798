// Runs an application inside and prints when each step of its start was reached, up to the first keystroke that lands
// in a field of its shown window, and to the text that its backend must have answered for (BENCH_ANSWER). The
// instrument is the same for the application and for the bare window.
import { app } from 'electron';

const tell = (step) => process.stdout.write(`${step} ${Date.now()}\n`);
const landed = `[...document.querySelectorAll('input')].some(({ value }) => value !== '')`;

const { BENCH_ANSWER: answer = '' } = process.env;
const answered = `document.body.textContent.includes(${JSON.stringify(answer)})`;

const awaitAnswer = async (window) => {
  while (!window.isDestroyed()) {
    if (await window.webContents.executeJavaScript(answered, false).catch(() => false)) return tell('answered');
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
};

const type = async (window) => {
  const { webContents: contents } = window;
  contents.focus();
  while (!window.isDestroyed()) {
    if (window.isVisible()) contents.sendInputEvent({ type: 'char', keyCode: 'a' });
    if (await contents.executeJavaScript(landed, false).catch(() => false)) return tell('usable');
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
};

let first = true;
app.on('browser-window-created', (_event, window) => {
  if (!first) return;
  first = false;
  tell('windowMade');
  window.once('show', () => tell('shown'));
  window.webContents.once('dom-ready', () => {
    tell('scriptsDone');
    void type(window).then(() => awaitAnswer(window));
  });
});
void app.whenReady().then(() => tell('ready'));
tell('mainRun');
await import(process.env.BENCH_MAIN);
