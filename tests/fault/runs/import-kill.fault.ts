import { runImportKills } from '../kill/import-kills.ts';
import { runSealKills } from '../kill/seal-kills.ts';
import { faultRun } from './fault-run.ts';

faultRun('import.kill', async ({ long, seed, tell }) => {
  const taken = await runImportKills({ kills: long ? 500 : 10, seed });
  const sealed = await runSealKills({ kills: long ? 200 : 6, seed });
  const counts = `${taken.tried} while taking in, ${taken.cut} of them in the midst; ${sealed.tried} while sealing, ${sealed.packages} packages`;
  tell({
    id: 'import.kill',
    tried: taken.tried + sealed.tried,
    failed: taken.failed + sealed.failed,
    note: [...taken.notes, ...sealed.notes, counts].join(' | '),
  });
});
