import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import {
  addTallies,
  judgeRunner,
  playwrightTally,
  readTallyLine,
  tallyLine,
  vitestTally,
} from '../../../scripts/lib/tally.mjs';

test('vitest: a file that does not load is a failure', () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ],
  };
  expect(vitestTally(report)).toEqual({ passed: 4, failed: 2, skipped: 3 });
});

test('Playwright: errors outside tests are failures, and so is whatever passed on a second try', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 2 };
  expect(playwrightTally({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 4, skipped: 2 });
});

test('no test has a second try', () => {
  for (const file of ['playwright.config.ts', 'vitest.config.ts', 'tests/demo/playwright.config.ts'])
    expect(readFileSync(resolve(import.meta.dirname, '../../..', file), 'utf8')).not.toMatch(/retr(y|ies)/);
});

test('a runner without report, without tests, or with an unexplained exit code fails', () => {
  expect(judgeRunner({ tally: null, code: 1 }).tally).toEqual({ passed: 0, failed: 1, skipped: 0 });
  expect(judgeRunner({ tally: { passed: 0, failed: 0, skipped: 3 }, code: 0 }).tally).toEqual({
    passed: 0,
    failed: 1,
    skipped: 3,
  });
  expect(judgeRunner({ tally: { passed: 3, failed: 0, skipped: 0 }, code: 1 }).tally.failed).toBe(1);
  expect(judgeRunner({ tally: { passed: 3, failed: 2, skipped: 0 }, code: 1 })).toEqual({
    tally: { passed: 3, failed: 2, skipped: 0 },
    why: null,
  });
  expect(judgeRunner({ tally: { passed: 3, failed: 0, skipped: 1 }, code: 0 }).why).toBeNull();
});

test('the last line has the sums', () => {
  const total = addTallies([
    { passed: 1, failed: 0, skipped: 2 },
    { passed: 3, failed: 1, skipped: 0 },
  ]);
  expect(tallyLine(total)).toBe('tests: 4 passed, 1 failed, 2 skipped');
  expect(readTallyLine(`tests: 9 passed, 9 failed, 9 skipped\n${tallyLine(total)}\n`)).toEqual(total);
  expect(readTallyLine('bilik: it broke off')).toBeNull();
});
