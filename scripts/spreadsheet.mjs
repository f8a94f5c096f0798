// npm run spreadsheet: what LibreOffice makes of the files that the app writes; skipped by name where it is missing.
import { inProject } from './lib/paths.mjs';
import { runMain } from './lib/report.mjs';
import { runOrFail } from './lib/run.mjs';

await runMain(async () => {
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--reporter=verbose', '-c', inProject('tests', 'spreadsheet', 'vitest.config.ts')];
  const told = await runOrFail(process.execPath, args, {
    cwd: inProject(),
    what: 'LibreOffice',
    wayOut: 'see what differs',
  });
  console.log(told);
});
