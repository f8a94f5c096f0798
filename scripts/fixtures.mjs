// Writes tests/fixtures/released/VERSION out of what `npm run demo` left: npm run fixtures -- VERSION
import { existsSync } from 'node:fs';
import { attach } from './lib/launch.mjs';
import { inProject, projectRoot } from './lib/paths.mjs';
import { runMain, SetupError } from './lib/report.mjs';
import { nodeEnv } from './lib/runtime.mjs';
import { setup } from './setup.mjs';

await runMain(async () => {
  const [version, ...rest] = process.argv.slice(2);
  const usage = 'npm run fixtures -- VERSION, as in 0.4; what is there for a version is never written again';
  if (rest.length > 0 || !/^\d+\.\d+$/.test(version ?? '')) throw new SetupError('which version?', usage);
  if (existsSync(inProject('tests/fixtures/released', version))) throw new SetupError(`${version} is there`, usage);
  if (!existsSync(inProject('out/demo/demo.json'))) throw new SetupError('the demo has not run', 'npm run demo');
  await setup();
  const args = [
    inProject('node_modules/vitest/vitest.mjs'),
    'run',
    '-c',
    inProject('tests/fixtures/released/vitest.config.ts'),
  ];
  const env = { ...nodeEnv(), BILIK_FIXTURES_VERSION: version };
  process.exitCode = await attach(process.execPath, args, { cwd: projectRoot, env });
});
