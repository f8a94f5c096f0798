import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  chosenRuns,
  FAULT_RUNS,
  faultOptions,
  faultTable,
  judgeRun,
  readLines,
} from '../../../scripts/lib/fault-plan.mjs';
import { runGuarded } from '../../../scripts/lib/guard.mjs';

const line = (id: string, tried: number, failed = 0, note = '') => ({ id, tried, failed, note });

describe('npm run fault', () => {
  it('takes its arguments in any order', () => {
    expect(faultOptions([])).toEqual({ long: false, only: [], seed: null, json: null });
    expect(
      faultOptions(['--json', 'x.json', '--only', 'rpc.fuzz', '--long', '--only', 'import.kill', '--seed', 'a']),
    ).toEqual({
      long: true,
      only: ['rpc.fuzz', 'import.kill'],
      seed: 'a',
      json: resolve('x.json'),
    });
  });

  it.each([[['--lang']], [['--json']], [['--json', '--long']], [['--only', 'rpc']], [['x']]])('refuses %j', (args) => {
    expect(() => faultOptions(args)).toThrow();
  });

  it('runs everything, or what was asked for', () => {
    expect(chosenRuns({ only: [] })).toEqual(FAULT_RUNS);
    expect(chosenRuns({ only: ['vault.kill', 'rpc.fuzz'] }).map(({ id }) => id)).toEqual(['rpc.fuzz', 'vault.kill']);
  });

  it('has a file for each run', () => {
    const folder = resolve(import.meta.dirname, '../../fault/runs');
    for (const { file } of FAULT_RUNS) expect(existsSync(join(folder, `${file}.fault.ts`)), file).toBe(true);
  });
});

describe('lines of a run', () => {
  it('are read one by one; the last of an id counts, a cut one is left out', () => {
    const text = `${JSON.stringify(line('a.b', 1))}\n${JSON.stringify(line('a.b.c', 2))}\n${JSON.stringify({ ...line('a.b', 5), more: 1 })}\n{"id":"a.b","tr`;
    expect(readLines(text)).toEqual([line('a.b', 5), line('a.b.c', 2)]);
    expect(readLines('')).toEqual([]);
  });

  it('stand as they are when the run ended well, or with failures that it told', () => {
    const lines = [line('a.b.c', 2), line('a.b', 5)];
    expect(judgeRun({ id: 'a.b', lines, code: 0, why: null })).toEqual([line('a.b', 5), line('a.b.c', 2)]);
    const failing = [line('a.b', 5, 2, 'x')];
    expect(judgeRun({ id: 'a.b', lines: failing, code: 1, why: null })).toEqual(failing);
  });

  it('count one failure more when the run was ended, crashed or did nothing', () => {
    const ended = judgeRun({ id: 'a.b', lines: [line('a.b', 5, 0, 'x')], code: null, why: 'ended after 3 s' });
    expect(ended).toEqual([line('a.b', 5, 1, 'ended after 3 s; x')]);
    expect(judgeRun({ id: 'a.b', lines: [], code: 1, why: null })).toEqual([line('a.b', 0, 1, 'it ended with exit 1')]);
    expect(judgeRun({ id: 'a.b', lines: [], code: 0, why: null })).toEqual([line('a.b', 0, 1, 'it tried nothing')]);
  });

  it('count one failure more for a part that tried nothing', () => {
    const lines = [line('a.b', 5), line('a.c', 0), line('a.d', 0, 0, 'x')];
    expect(judgeRun({ id: 'a.b', lines, code: 0, why: null })).toEqual([
      line('a.b', 5),
      line('a.c', 0, 1, 'it tried nothing'),
      line('a.d', 0, 1, 'it tried nothing; x'),
    ]);
  });

  it('make a table of runs, and of the parts that failed', () => {
    const table = faultTable([line('a.b', 10, 1, 'x'), line('a.b.good', 5), line('a.b.bad', 5, 1, 'y')]);
    expect(table.split('\n')).toEqual([
      'id       tried  failed  note',
      'a.b         10       1  x',
      'a.b.bad      5       1  y',
    ]);
  });
});

describe('a guarded program', () => {
  const run = (script: string, limits: { seconds?: number; megabytes?: number } = {}) =>
    runGuarded(process.execPath, ['-e', script], {
      cwd: process.cwd(),
      env: process.env,
      seconds: 60,
      megabytes: 1000,
      ...limits,
    });

  it('ends as it ends', async () => {
    expect(await run('process.exit(3)')).toMatchObject({ code: 3, why: null });
  });

  it('is ended with all that it started when it takes too long', async () => {
    const child = "require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])";
    expect(await run(`${child}; setTimeout(() => {}, 60000)`, { seconds: 1 })).toMatchObject({
      why: 'ended after 1 s',
    });
  });

  it.runIf(process.platform === 'linux')('is ended when it takes too much memory', async () => {
    const grow = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(2e7, 1)), 20)';
    expect((await run(grow, { megabytes: 200 })).why).toMatch(/^ended: it took \d+ MB, more than 200$/);
  });
});
