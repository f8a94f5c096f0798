// Drives the real app through five vaults into out/demo: npm run demo
import { ensureBuild } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { attach, hasDisplay } from './lib/launch.mjs';
import { inProject, projectRoot } from './lib/paths.mjs';
import { runMain } from './lib/report.mjs';
import { appEnv } from './lib/runtime.mjs';
import { setup } from './setup.mjs';

const playwright = [
  inProject('node_modules/@playwright/test/cli.js'),
  'test',
  '-c',
  inProject('tests/demo/playwright.config.ts'),
];

await runMain(async () => {
  await setup();
  await ensureBuild();
  const start = (env) => attach(process.execPath, playwright, { cwd: projectRoot, env });
  // Where the papers are at home, wherever this computer is: so their hours say WIB.
  const env = { ...appEnv(), TZ: 'Asia/Jakarta' };
  process.exitCode = hasDisplay() ? await start(env) : await withDisplay(start, env);
});
