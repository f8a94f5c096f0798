#!/usr/bin/env node
// Starts the program that BILIK_LATE names, with the arguments given, and holds back the line by which Playwright
// learns where to attach until the page is loaded. A driver that attaches while a window comes up may wait for ever
// (see launch.ts), and nothing can be preloaded into a packaged application.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const child = spawn(process.env.BILIK_LATE, process.argv.slice(2), { stdio: ['inherit', 'inherit', 'pipe'] });
child.once('exit', (code) => process.exit(code ?? 1));

// Before its page is loaded, a target has its address for a title, or none.
const isLoaded = async (place) => {
  const targets = await (await fetch(`http://${place}/json/list`)).json();
  return targets.some(({ type, title }) => type === 'page' && title === 'Bilik');
};

for await (const line of createInterface({ input: child.stderr })) {
  const place = /^DevTools listening on ws:\/\/([^/]+)/.exec(line)?.[1];
  if (place !== undefined) while (!(await isLoaded(place))) await sleep(50);
  process.stderr.write(`${line}\n`);
}
