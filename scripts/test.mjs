// npm test -- [--watch] [FILTER…]: sets up, builds and runs checks and tests, all of them or those that a filter names.
// Goes on after failures. The last line counts them all.
import { readdirSync } from 'node:fs';
import { ensureBuild } from './lib/build.mjs';
import { runChecks } from './lib/checks.mjs';
import { inProject } from './lib/paths.mjs';
import { describe, SetupError, say } from './lib/report.mjs';
import { runCatalogue, runCryptoTests, runNodeTests, runWindowTests, watchNodeTests } from './lib/runners.mjs';
import { addTallies, tallyLine } from './lib/tally.mjs';
import { testPlan } from './lib/test-plan.mjs';
import { setup } from './setup.mjs';

const tallies = [];

const count = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

// Runs one step; what it throws counts as one failure and is told.
async function step(name, work) {
  const started = Date.now();
  say(`${name} …`);
  try {
    const { tally, why } = await work();
    tallies.push(tally);
    if (why) say(`${name}: ${why}`);
  } catch (error) {
    tallies.push(count(false));
    process.stderr.write(`${describe(error)}\n`);
  }
  say(`${name}: ${Math.round((Date.now() - started) / 1000)} s`);
}

async function checks() {
  const outcomes = await runChecks();
  for (const { name, ok, detail } of outcomes) process.stdout.write(ok ? `✓ ${name}\n` : `✗ ${name}\n${detail}\n`);
  return { tally: addTallies(outcomes.map(({ ok }) => count(ok))), why: null };
}

// A build that fails is a failed test; one that works is no test.
async function build() {
  await ensureBuild();
  return { tally: { passed: 0, failed: 0, skipped: 0 }, why: null };
}

const testFiles = () =>
  readdirSync(inProject('tests'), { recursive: true }).map((path) => `tests/${String(path).replaceAll('\\', '/')}`);

// A list of files where a filter names some; without a filter a runner finds its own.
const listed = ({ whole }, files) => (whole ? undefined : files);

async function run(plan) {
  // The checks keep one core busy now and then: they run beside the rest.
  const checking = plan.checks ? step('types, style, layers', checks) : null;
  if (plan.catalogue || plan.windows.length > 0) await step('build', build);
  if (plan.node.length > 0) await step('vitest', () => runNodeTests(listed(plan, plan.node)));
  const underElectron = () => runCryptoTests(listed(plan, plan.crypto));
  if (plan.crypto.length > 0) await step("vitest, crypto under Electron's Node", underElectron);
  if (plan.catalogue) await step('catalogue', () => runCatalogue());
  if (plan.windows.length > 0) await step('Playwright', () => runWindowTests(listed(plan, plan.windows)));
  await checking;
}

async function main() {
  const plan = testPlan(process.argv.slice(2), testFiles());
  if (plan.unmatched.length > 0)
    throw new SetupError(
      `no test matches ${plan.unmatched.join(', ')}`,
      'name a part of a path below tests/, or `check`',
    );
  await setup();
  if (plan.watch) process.exit(await watchNodeTests(listed(plan, plan.node) ?? []));
  await run(plan);
}

try {
  await main();
} catch (error) {
  tallies.push(count(false));
  process.stderr.write(`${describe(error)}\n`);
}
const total = addTallies(tallies);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
process.stdout.write(`${tallyLine(total)}\n`);
