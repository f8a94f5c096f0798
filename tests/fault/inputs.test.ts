import { expect, it } from 'vitest';
import { tryInputs } from './inputs/inputs.ts';

// A few of the trials; `npm run fault -- --only inputs` makes 100,000.
it('reads generated files, names and PDFs as they were meant', async () => {
  const lines = await tryInputs('npm test', 1000);
  expect(lines.filter(({ failed }) => failed > 0)).toEqual([]);
  expect(lines.map(({ tried }) => tried)).toEqual([300, 300, 150, 150, 50, 50]);
}, 120_000);
