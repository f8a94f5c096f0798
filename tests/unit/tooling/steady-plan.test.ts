import { expect, it } from 'vitest';
import { doneLine, plannedRuns, readLog, steadyOptions, steadyTable } from '../../../scripts/lib/steady-plan.mjs';

const line = { part: 'whole', load: 4, number: 1, commit: 'a', passed: 10, failed: 0, seconds: 61 } as const;

it('reads its command line', () => {
  expect(steadyOptions(['--whole', '3', '--load', '4'])).toEqual({ whole: 3, windows: 0, load: 4, log: null });
});

it.each([[[]], [['--load', '4']], [['--whole']], [['--whole', 'x']], [['--wohle', '1']], [['--windows', '1', 'x']]])(
  'refuses %j',
  (args) => {
    expect(() => steadyOptions(args)).toThrow();
  },
);

it('makes each run once; those of another commit, load or part are no runs of this', () => {
  const runs = plannedRuns({ whole: 2, windows: 1, load: 4, log: null });
  expect(runs.map(({ part, number }) => `${part} ${number}`)).toEqual(['whole 1', 'whole 2', 'windows 1']);
  const log = readLog(`${JSON.stringify(line)}\n{"part":"wh`);
  expect(runs.map((run) => doneLine(log, 'a', run))).toEqual([line, undefined, undefined]);
  expect(doneLine(log, 'b', runs[0]!)).toBeUndefined();
  expect(doneLine(log, 'a', { ...runs[0]!, load: 8 })).toBeUndefined();
});

it('is told as a table', () => {
  expect(steadyTable([line, { ...line, part: 'windows', number: 12, failed: 1 }])).toBe(
    [
      'run         load  passed  failed  seconds',
      'whole 1        4      10       0       61',
      'windows 12     4      10       1       61',
    ].join('\n'),
  );
});
