// Writes tests/fixtures/released/VERSION: what `npm run demo` left, and a set in the midst of work (its README tells):
// npm run fixtures -- VERSION
import { existsSync } from 'node:fs';
import { ensureBuild } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { attach, hasDisplay } from './lib/launch.mjs';
import { inProject, projectRoot } from './lib/paths.mjs';
import { runMain, SetupError } from './lib/report.mjs';
import { appEnv, nodeEnv } from './lib/runtime.mjs';
import { setup } from './setup.mjs';

const config = 'tests/fixtures/released/vitest.config.ts';
const typing = [
  inProject('node_modules/@playwright/test/cli.js'),
  'test',
  '-c',
  inProject('tests/fixtures/released/underway/playwright.config.ts'),
];

await runMain(async () => {
  const [version, ...rest] = process.argv.slice(2);
  const usage = 'npm run fixtures -- VERSION, as in 0.4; what is there for a version is never written again';
  if (rest.length > 0 || !/^\d+\.\d+$/.test(version ?? '')) throw new SetupError('which version?', usage);
  if (existsSync(inProject('tests/fixtures/released', version))) throw new SetupError(`${version} is there`, usage);
  if (!existsSync(inProject('out/demo/demo.json'))) throw new SetupError('the demo has not run', 'npm run demo');
  await setup();
  await ensureBuild();
  const chosen = { BILIK_FIXTURES_VERSION: version };
  const run = (...args) => attach(process.execPath, args, { cwd: projectRoot, env: { ...nodeEnv(), ...chosen } });
  const vitest = (step) => run(inProject('node_modules/vitest/vitest.mjs'), 'run', '-c', inProject(config), step);
  const start = (env) => attach(process.execPath, typing, { cwd: projectRoot, env: { ...env, ...chosen } });
  const steps = [
    () => vitest('released/record.ts'),
    () => vitest('underway/make.ts'),
    () => (hasDisplay() ? start(appEnv()) : withDisplay(start, appEnv())),
    () => vitest('underway/record.ts'),
  ];
  for (const step of steps) {
    process.exitCode = await step();
    if (process.exitCode !== 0) return;
  }
});
