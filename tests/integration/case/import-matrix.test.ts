import { expect, it } from 'vitest';
import { allCells, bystanderCells } from '../../fault/matrix/cells.ts';
import { runImportMatrix } from '../../fault/matrix/import-matrix.ts';
import { allPaperCells } from '../../fault/matrix/paper-cells.ts';

// Some cells of each stage; `npm run fault -- --only import.matrix --long` tries all of them.
it('takes in of forged acts what the table allows to that member, and holds the rest', {
  timeout: 600_000,
}, async () => {
  const seed = process.env.BILIK_MATRIX_SEED ?? 'cells of npm test';
  const cellsPerStage = { signed: 30, entered: 12 };
  const { tried, failed, notes, outcomes, ofPaper } = await runImportMatrix({ seed, cellsPerStage });
  expect({ failed, notes }, `BILIK_MATRIX_SEED=${seed}`).toEqual({ failed: 0, notes: [] });
  // As docs/security.md counts them.
  const [signed, others, entered] = [allCells().length, bystanderCells().length, allPaperCells().length];
  expect(tried).toBe(28 * (30 + 12) + 9 * 30);
  // Of the 37 stages nine are those of a trained assessor: without paper, and nobody sends to the own vault.
  expect(28 * (signed + entered) + 9 * ((signed * 70) / 72) + 37 * others).toBe(5_692_590);
  for (const came of ['enteredByOther', 'namedKeyDiffers', 'always', 'waits'])
    expect(ofPaper[came], came).toBeGreaterThan(9);
  expect(Object.keys(outcomes).sort()).toEqual([
    'actNotCertified',
    'actNotForMe',
    'actRefused',
    'ok',
    'packageTampered',
  ]);
});
