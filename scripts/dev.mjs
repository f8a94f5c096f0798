// Opens the app with hot reload. --inspect also opens the developer's inspector window.
import { forgetBuild } from './lib/build.mjs';
import { attach, isLinuxRoot } from './lib/launch.mjs';
import { inProject, projectRoot } from './lib/paths.mjs';
import { runMain, say } from './lib/report.mjs';
import { appEnv } from './lib/runtime.mjs';
import { setup } from './setup.mjs';

await runMain(async () => {
  await setup();
  // The development build takes the place of the other one.
  forgetBuild();
  const args = process.argv.slice(2).filter((arg) => arg !== '--inspect');
  const inspect = process.argv.includes('--inspect') ? { BILIK_INSPECT: '1' } : {};
  const sandbox = isLinuxRoot() ? ['--noSandbox'] : [];
  if (isLinuxRoot()) say("running as root: Chromium's sandbox is switched off");
  const tool = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  process.exitCode = await attach(process.execPath, [tool, 'dev', '--watch', ...sandbox, ...args], {
    cwd: projectRoot,
    env: { ...appEnv(), ...inspect },
  });
});
