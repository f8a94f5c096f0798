// The `bilik` command: sets up and builds (telling of it on stderr), then hands over to the built command.
import { ensureBuild } from './lib/build.mjs';
import { attach } from './lib/launch.mjs';
import { inProject } from './lib/paths.mjs';
import { describe } from './lib/report.mjs';
import { nodeEnv } from './lib/runtime.mjs';
import { setup } from './setup.mjs';

// Exit code 2 means "could not be read or tried", as in the command itself.
try {
  await setup();
  await ensureBuild();
  process.exitCode = await attach(process.execPath, [inProject('out', 'main', 'bilik.js'), ...process.argv.slice(2)], {
    env: nodeEnv(),
  });
} catch (error) {
  process.stderr.write(`${describe(error)}\n`);
  process.exitCode = 2;
}
