import { expect } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { freshSeed } from '../../fault/fuzz/dice.ts';
import { fuzzRpc, type MethodLine } from '../../fault/fuzz/rpc.ts';
import { makeSetting } from '../../fault/fuzz/setting.ts';

/** Inputs for each method; the long form (`npm run fault -- --long`) tries a hundred times as many. */
const runs = 1000;
/** Resident memory of the whole test process, which holds the test runner and compiled sources too. */
const memoryCap = 1_500_000_000;

const describeLine = ({ method, failed, notes }: MethodLine): string =>
  `${method}: ${failed} failed\n  ${notes.join('\n  ')}`;

/** Fuzzes one part of the methods of the contract: with others beside it, in another file, on another core. */
export const fuzzPart = async (part: number, parts: number): Promise<void> => {
  const methods = Object.keys(contract).filter((_, index) => index % parts === part);
  const seed = process.env.BILIK_FUZZ_SEED ?? freshSeed();
  const { lines, peakBytes } = await fuzzRpc(await makeSetting(), { runs, seed, methods, slow: 1 });
  const failures = lines.filter(({ failed }) => failed > 0).map(describeLine);
  expect(failures, `BILIK_FUZZ_SEED=${seed}`).toEqual([]);
  expect(lines.map(({ method }) => method)).toEqual(methods);
  expect(lines.filter(({ tried }) => tried !== runs)).toEqual([]);
  // Each method was really tried in both ways: some inputs refused by its schema, some not.
  expect(lines.filter(({ wellFormed, codes }) => wellFormed < 10 || (codes.invalidInput ?? 0) < 100)).toEqual([]);
  expect(peakBytes).toBeLessThan(memoryCap);
};
