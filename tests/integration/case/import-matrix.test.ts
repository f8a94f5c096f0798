import { expect, it } from 'vitest';
import { allCells } from '../../fault/matrix/cells.ts';
import { runImportMatrix } from '../../fault/matrix/import-matrix.ts';
import { allPaperCells } from '../../fault/matrix/paper-cells.ts';

// Some cells of each stage; `npm run fault -- --only import.matrix --long` tries all of them.
it('takes in of forged acts what the table allows to that member, and holds the rest', {
  timeout: 600_000,
}, async () => {
  const seed = process.env.BILIK_MATRIX_SEED ?? 'cells of npm test';
  const cellsPerStage = { signed: 60, entered: 24 };
  const { tried, failed, notes, outcomes, ofPaper } = await runImportMatrix({ seed, cellsPerStage });
  expect({ failed, notes }, `BILIK_MATRIX_SEED=${seed}`).toEqual({ failed: 0, notes: [] });
  // As docs/security.md counts them.
  expect(tried).toBe(18 * (60 + 24));
  expect(18 * (allCells().length + allPaperCells().length)).toBe(969_408);
  for (const came of ['enteredByOther', 'namedKeyDiffers', 'always', 'waits'])
    expect(ofPaper[came], came).toBeGreaterThan(9);
  expect(Object.keys(outcomes).sort()).toEqual(['actNotCertified', 'actNotForMe', 'actRefused', 'ok']);
});
