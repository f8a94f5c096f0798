import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** Prints what the demo tells, and the reason when it breaks off; nothing else. */
class DemoReporter implements Reporter {
  onStdOut(chunk: string | Buffer): void {
    process.stdout.write(chunk);
  }

  onTestEnd(_test: TestCase, result: TestResult): void {
    for (const error of result.errors) process.stderr.write(`${error.message ?? error.value}\n`);
  }

  onEnd({ status }: FullResult): void {
    if (status !== 'passed') process.stderr.write('the demo did not end\n');
  }
}

// biome-ignore lint/style/noDefaultExport: Playwright loads reporters by their default export
export default DemoReporter;
