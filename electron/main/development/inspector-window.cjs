// Preload of the developer's inspector window: asks the main process by @electron/remote once a second and shows the
// answer.
const remote = require('@electron/remote');

const kibibytes = (count) => `${Math.round(count / 1024)} MiB`;

const processRows = () =>
  remote.app.getAppMetrics().map(({ pid, type, name, sandboxed, memory, cpu }) => ({
    pid,
    process: name ? `${type}: ${name}` : type,
    sandboxed: sandboxed ?? '',
    memory: kibibytes(memory.workingSetSize),
    cpu: `${cpu.percentCPUUsage.toFixed(1)} %`,
  }));

const windowRows = () =>
  remote.webContents.getAllWebContents().map((contents) => ({
    id: contents.id,
    pid: contents.getOSProcessId(),
    address: contents.getURL(),
    persistent: contents.session.isPersistent(),
    preferences: JSON.stringify(contents.getLastWebPreferences(), null, 1),
  }));

const table = (caption, rows) => {
  const element = document.createElement('table');
  element.createCaption().textContent = caption;
  const head = element.createTHead().insertRow();
  for (const name of Object.keys(rows[0] ?? {})) head.insertCell().textContent = name;
  const body = element.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const value of Object.values(row)) line.insertCell().textContent = String(value);
  }
  return element;
};

const show = () => document.body.replaceChildren(table('Processes', processRows()), table('Windows', windowRows()));

addEventListener('DOMContentLoaded', () => {
  const style = document.createElement('style');
  style.textContent =
    'body{font:13px system-ui;margin:16px}table{border-collapse:collapse;margin:0 0 24px;width:100%}caption{text-align:left;font-weight:600}td{border:1px solid #999;padding:2px 6px;vertical-align:top;white-space:pre-wrap}';
  document.head.append(style);
  show();
  setInterval(show, 1000);
});
