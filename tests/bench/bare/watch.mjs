// Runs an application inside and prints the time at which its first window has a usable button or field.
// The instrument is the same for the application and for the bare window.
import { app } from 'electron';

const usable = `(() => {
  const seen = [...document.querySelectorAll('button, input')].some(
    (element) => !element.disabled && element.getBoundingClientRect().width > 0,
  );
  return seen && document.readyState === 'complete';
})()`;
let told = false;

const poll = async (contents) => {
  while (!told && !contents.isDestroyed()) {
    const yes = await contents.executeJavaScript(usable, false).catch(() => false);
    if (yes && !told) {
      told = true;
      process.stdout.write(`usable ${Date.now()}\n`);
    }
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
};

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => void poll(contents));
});
await import(process.env.BENCH_MAIN);
