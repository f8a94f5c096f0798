// Sets up, builds and opens the app. Without a display (Linux) it says so and runs the demo under Xvfb instead.
import { ensureBuild } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { attach, hasDisplay, isLinuxRoot } from './lib/launch.mjs';
import { inProject, projectRoot } from './lib/paths.mjs';
import { runMain, say } from './lib/report.mjs';
import { appEnv } from './lib/runtime.mjs';
import { setup } from './setup.mjs';

async function openApp(paths) {
  const flags = [];
  if (isLinuxRoot()) {
    say(
      "running as root: Chromium's sandbox cannot start and is switched off; use an ordinary account for real papers",
    );
    flags.push('--no-sandbox');
  }
  return attach(paths.electronExecutable, [...flags, projectRoot, ...process.argv.slice(2)], { env: appEnv() });
}

async function runDemo() {
  say('there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): running the demo under Xvfb instead');
  const demo = inProject('scripts', 'demo.mjs');
  return withDisplay((env) => attach(process.execPath, [demo], { cwd: projectRoot, env }), appEnv());
}

await runMain(async () => {
  const paths = await setup();
  await ensureBuild();
  process.exitCode = hasDisplay() ? await openApp(paths) : await runDemo();
});
