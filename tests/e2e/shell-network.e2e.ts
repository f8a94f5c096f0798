import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { loadRuntime } from './support/launch.ts';
import { makeProbeApp } from './support/probe-app.ts';

// Zero outgoing connections: the kernel's own record of what every process of the
// application asked of the network. Without a debugger, whose port would be a connection itself.

test.skip(process.platform !== 'linux', 'strace is a Linux program');

const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

/** Runs a program for a while under strace; resolves to the network calls of all its processes. */
const traceNetwork = async (log: string, command: readonly string[], env: NodeJS.ProcessEnv): Promise<string[]> => {
  const child = spawn(
    'strace',
    ['-f', '-qq', '-e', 'trace=connect,sendto,sendmsg,sendmmsg,bind', '-o', log, ...command],
    {
      env,
      stdio: 'ignore',
    },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  // Told to end itself: strace would let go of its program and leave it running.
  const timer = setTimeout(() => {
    for (const pid of childrenOf(child.pid!)) process.kill(pid, 'SIGTERM');
  }, 8000);
  await ended;
  clearTimeout(timer);
  return (await readFile(log, 'utf8')).split('\n').filter((line) => /sa_family=AF_INET6?/.test(line));
};

test('nothing of the application asks for the network', async () => {
  const runtime = await loadRuntime();
  const appFolder = await makeProbeApp();
  const home = await mkdtemp(join(tmpdir(), 'bilik-network-'));
  const env = { ...runtime.appEnv(), BILIK_USER_DATA: join(home, 'profile'), BILIK_DOCUMENTS: join(home, 'documents') };
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const electron = runtime.runtimePaths().electronExecutable;
  const calls = await traceNetwork(join(home, 'calls'), [electron, ...sandbox, appFolder], env);
  expect(calls).toEqual([]);

  // The same record of a program that does ask shows it.
  const asking = ['-e', "require('node:net').connect(9, '127.0.0.1').on('error', () => 0)"];
  const control = await traceNetwork(join(home, 'control'), [process.execPath, ...asking], process.env);
  expect(control.join('\n')).toContain('127.0.0.1');
  await rm(home, { recursive: true, force: true });
  await rm(dirname(appFolder), { recursive: true, force: true });
});
