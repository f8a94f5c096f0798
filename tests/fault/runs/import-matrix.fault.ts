import { runImportMatrix } from '../matrix/import-matrix.ts';
import { faultRun } from './fault-run.ts';

faultRun('import.matrix', async ({ long, seed, tell }) => {
  await runImportMatrix({
    seed,
    ...(long ? {} : { cellsPerStage: { signed: 30, entered: 20 } }),
    say: ({ tried, failed, notes, outcomes, ofPaper }) => {
      const said = (counts: Readonly<Record<string, number>>) =>
        Object.entries(counts)
          .map(([outcome, count]) => `${outcome} ${count}`)
          .join(', ');
      const note = [...notes, said(outcomes), `of paper: ${said(ofPaper)}`].join(' | ');
      tell({ id: 'import.matrix', tried, failed, note });
    },
  });
});
