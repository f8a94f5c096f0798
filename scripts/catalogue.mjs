// Every screen, dialog and state of the window, inspected and pictured: npm run catalogue -- [NAME]
import { mkdirSync, rmSync } from 'node:fs';
import { ensureBuild } from './lib/build.mjs';
import { inProject } from './lib/paths.mjs';
import { writePictureIndex } from './lib/picture-index.mjs';
import { runMain, say } from './lib/report.mjs';
import { runCatalogue } from './lib/runners.mjs';
import { tallyLine } from './lib/tally.mjs';
import { setup } from './setup.mjs';

const FOLDER = inProject('out', 'catalogue');

await runMain(async () => {
  const filters = process.argv.slice(2);
  await setup();
  await ensureBuild();
  if (filters.length === 0) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const { tally, why } = await runCatalogue(filters, FOLDER);
  if (why) say(why);
  say(`${writePictureIndex(FOLDER)} screens in out/catalogue/index.html`);
  if (tally.failed > 0) process.exitCode = 1;
  process.stdout.write(`${tallyLine(tally)}\n`);
});
