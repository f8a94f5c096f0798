import { runImportMatrix } from '../matrix/import-matrix.ts';
import { faultRun } from './fault-run.ts';

faultRun('import.matrix', async ({ long, seed, tell }) => {
  await runImportMatrix({
    seed,
    ...(long ? {} : { cellsPerStage: 40 }),
    say: ({ tried, failed, notes, outcomes }) => {
      const counts = Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${count}`);
      tell({ id: 'import.matrix', tried, failed, note: [...notes, counts.join(', ')].join(' | ') });
    },
  });
});
