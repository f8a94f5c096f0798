// Sets up and builds the app into out/ when sources have changed.
import { ensureBuild } from './lib/build.mjs';
import { runMain, say } from './lib/report.mjs';
import { setup } from './setup.mjs';

await runMain(async () => {
  await setup();
  await ensureBuild();
  say('out/ is up to date');
});
