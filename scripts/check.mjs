// Types, style and layers; no tests. Prints the floors that the layers are held against.
import { runChecks } from './lib/checks.mjs';
import floors from './lib/floors.cjs';
import { runMain, say } from './lib/report.mjs';
import { setup } from './setup.mjs';

await runMain(async () => {
  await setup();
  for (const line of floors.HOUSES.flatMap(floors.drawn)) say(line);
  for (const base of floors.FLAT) say(`${base}/  (no folder imports another)`);
  for (const { name, ok, detail } of await runChecks()) {
    say(`${name}: ${ok ? 'passed' : 'FAILED'}`);
    if (ok) continue;
    process.stdout.write(`${detail}\n`);
    process.exitCode = 1;
  }
});
