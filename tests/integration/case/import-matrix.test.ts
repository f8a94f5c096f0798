import { expect, it } from 'vitest';
import { runImportMatrix } from '../../fault/matrix/import-matrix.ts';

// Some cells of each stage; `npm run fault -- --only import.matrix --long` tries all of them.
it('takes in of forged acts what the table allows to that member, and holds the rest', {
  timeout: 600_000,
}, async () => {
  const seed = process.env.BILIK_MATRIX_SEED ?? 'cells of npm test';
  const { failed, notes, outcomes } = await runImportMatrix({ seed, cellsPerStage: 60 });
  expect({ failed, notes }, `BILIK_MATRIX_SEED=${seed}`).toEqual({ failed: 0, notes: [] });
  expect(Object.keys(outcomes).sort()).toEqual(['actNotCertified', 'actNotForMe', 'actRefused', 'ok']);
});
