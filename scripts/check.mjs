// Types, style and layers; no tests.
import { runChecks } from './lib/checks.mjs';
import { runMain, say } from './lib/report.mjs';
import { setup } from './setup.mjs';

await runMain(async () => {
  await setup();
  for (const { name, ok, detail } of await runChecks()) {
    say(`${name}: ${ok ? 'passed' : 'FAILED'}`);
    if (ok) continue;
    process.stdout.write(`${detail}\n`);
    process.exitCode = 1;
  }
});
