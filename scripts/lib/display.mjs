// A display of our own (Xvfb) for windows that nobody looks at.
import { spawn } from 'node:child_process';
import { SetupError } from './report.mjs';

const START_MS = 15_000;
const ARGS = ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp', '-dpi', '96'];

function waitForNumber(child) {
  return new Promise((resolve, reject) => {
    const fail = (why) =>
      reject(new SetupError(`Xvfb did not start: ${why}`, 'install the package xvfb (Debian: apt-get install xvfb)'));
    const timer = setTimeout(() => fail('no answer within 15 s'), START_MS);
    let text = '';
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with code ${code}`));
    child.stdio[3].setEncoding('utf8').on('data', (part) => {
      text += part;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
}

/** Starts an Xvfb on a free display number, runs `work(env)` with DISPLAY set, and ends that Xvfb. */
export async function withDisplay(work, env = process.env) {
  const child = spawn('Xvfb', ARGS, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  try {
    const number = await waitForNumber(child);
    const { WAYLAND_DISPLAY: _, XAUTHORITY: __, ...rest } = env;
    return await work({ ...rest, DISPLAY: `:${number}` });
  } finally {
    process.off('exit', end);
    end();
  }
}
