// Sets up, builds and runs every check and test; goes on after failures. The last line counts them all.
import { ensureBuild } from './lib/build.mjs';
import { runChecks } from './lib/checks.mjs';
import { describe, say } from './lib/report.mjs';
import { runCryptoTests, runNodeTests, runWindowTests } from './lib/runners.mjs';
import { addTallies, tallyLine } from './lib/tally.mjs';
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

async function all() {
  await setup();
  await step('build', build);
  await step('types, style, layers', checks);
  await step('vitest', runNodeTests);
  await step("vitest, crypto under Electron's Node", runCryptoTests);
  await step('Playwright', runWindowTests);
}

try {
  await all();
} catch (error) {
  tallies.push(count(false));
  process.stderr.write(`${describe(error)}\n`);
}
const total = addTallies(tallies);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
process.stdout.write(`${tallyLine(total)}\n`);
