// Counts of tests, out of what each runner reports.

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/** Sum of tallies. @param {Tally[]} tallies @returns {Tally} */
export function addTallies(tallies) {
  const sum = (key) => tallies.reduce((total, tally) => total + tally[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/** The one line at the end of all tests. @param {Tally} tally */
export function tallyLine({ passed, failed, skipped }) {
  return `tests: ${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** The counts of the last such line in a text; null when there is none. @param {string} text @returns {Tally | null} */
export function readTallyLine(text) {
  const found = [...text.matchAll(/^tests: (\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
  return found ? { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3]) } : null;
}

/** Counts out of vitest's JSON report; a file that could not be loaded is one failure. @returns {Tally} */
export function vitestTally(report) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts out of Playwright's JSON report; a test that passed only on a second try is a failure. @returns {Tally} */
export function playwrightTally({ stats, errors }) {
  const { expected, unexpected, flaky, skipped } = stats;
  return { passed: expected, failed: unexpected + flaky + errors.length, skipped };
}

/**
 * What a runner's end means: without a report, without any test, or with an error code that no failed test explains,
 * one failure is added, and `why` says it.
 * @param {{ tally: Tally | null, code: number | null }} ended
 * @returns {{ tally: Tally, why: string | null }}
 */
export function judgeRunner({ tally, code }) {
  const counts = tally ?? { passed: 0, failed: 0, skipped: 0 };
  const oneMore = (why) => ({ tally: { ...counts, failed: counts.failed + 1 }, why });
  if (tally === null) return oneMore(`it left no report (exit ${code})`);
  if (counts.passed + counts.failed === 0) return oneMore('it ran no tests');
  if (code !== 0 && counts.failed === 0) return oneMore(`it ended with exit ${code} though no test failed`);
  return { tally: counts, why: null };
}
