// Runs a program with all that it starts under a limit of time and memory.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const LOOK_MS = 500;

/** Resident megabytes of the largest process of a group; 0 where the system does not tell (anything but Linux). */
function largestOf(group) {
  let largest = 0;
  let names = [];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return 0;
  }
  for (const name of names) {
    try {
      // Behind the name of the program in brackets: state, parent, group …; the 22nd from there are resident pages.
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[2]) === group) largest = Math.max(largest, (Number(fields[21]) * 4096) / 1e6);
    } catch {
      // It has ended meanwhile.
    }
  }
  return largest;
}

function endGroup(group) {
  try {
    process.kill(process.platform === 'win32' ? group : -group, 'SIGKILL');
  } catch {
    // All of it has ended.
  }
}

/**
 * Runs a program to its end in a process group of its own; its output goes to stderr. The whole group is killed when it
 * takes longer than `seconds` or one of its processes more than `megabytes`: `why` says which. Signals to this process
 * end the group too.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, seconds: number, megabytes: number }} limits
 * @returns {Promise<{ code: number | null, why: string | null, peak: number }>} `peak`: most megabytes seen
 */
export function runGuarded(command, args, { cwd, env, seconds, megabytes }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 2, 2], detached: process.platform !== 'win32' });
    const started = Date.now();
    let why = null;
    let peak = 0;
    const stop = (reason) => {
      why ??= reason;
      if (child.pid !== undefined) endGroup(child.pid);
    };
    const timer = setInterval(() => {
      peak = Math.max(peak, largestOf(child.pid));
      if (peak > megabytes) stop(`ended: it took ${Math.round(peak)} MB, more than ${megabytes}`);
      else if (Date.now() - started > seconds * 1000) stop(`ended after ${seconds} s`);
    }, LOOK_MS);
    const onSignal = () => stop('ended by a signal');
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, onSignal);
    const end = (code, reason) => {
      clearInterval(timer);
      for (const signal of signals) process.off(signal, onSignal);
      resolve({ code, why: why ?? reason, peak });
    };
    child.once('error', (error) => end(null, error.message));
    child.once('close', (code) => {
      // What it started may outlive it.
      if (child.pid !== undefined) endGroup(child.pid);
      end(code, null);
    });
  });
}
