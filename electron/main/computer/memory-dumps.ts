import { execFile } from 'node:child_process';
import { app } from 'electron';

/** Of util-linux, which every Linux distribution has. */
const prlimit = '/usr/bin/prlimit';

const forbid = (pid: number): void => {
  // Where it cannot be done the system's own setting stays.
  execFile(prlimit, ['--pid', `${pid}`, '--core=0:0'], () => undefined);
};

/**
 * Keeps a Linux system from writing the memory of a process of this application to disk when that crashes: it holds
 * keys and text. All that run are told so whenever a page stands or the backend has started. To be called when Electron
 * is ready; gives what is to be called when the backend has started.
 */
export const forbidMemoryDumps = (): (() => void) => {
  if (process.platform !== 'linux') return () => undefined;
  const forbidAll = (): void => {
    for (const { pid } of app.getAppMetrics()) forbid(pid);
  };
  app.on('web-contents-created', (_event, contents) => contents.on('dom-ready', forbidAll));
  forbidAll();
  return forbidAll;
};
