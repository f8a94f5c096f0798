import { expect } from 'vitest';
import { contract } from '../../../shared/contract/index.ts';
import { leastWellFormed } from '../../fault/fuzz/quota.ts';
import { fuzzRpc, type MethodLine } from '../../fault/fuzz/rpc.ts';
import { makeSetting } from '../../fault/fuzz/setting.ts';
import { isWritingPath } from '../../fault/paths/writing-paths.ts';

/** Inputs for each method; `npm run fault` tries a thousand each time, its long form a hundred thousand. */
const runs = 120;
/** The same inputs each time; `npm run fault` has a new seed each time, and prints it. */
const seed = 'npm test';
/** Resident memory of the whole test process, which holds the test runner and compiled sources too. */
const memoryCap = 1_500_000_000;

const describeLine = ({ method, failed, notes }: MethodLine): string =>
  `${method}: ${failed} failed\n  ${notes.join('\n  ')}`;

/** Fuzzes one part of the methods of the contract: with others beside it, in another file, on another core. */
export const fuzzPart = async (part: number, parts: number): Promise<void> => {
  const methods = Object.keys(contract).filter((_, index) => index % parts === part);
  const { lines, peakBytes } = await fuzzRpc(await makeSetting(), { runs, seed, methods, slow: 1 });
  const failures = lines.filter(({ failed }) => failed > 0).map(describeLine);
  expect(failures).toEqual([]);
  expect(lines.map(({ method }) => method)).toEqual(methods);
  expect(lines.filter(({ tried }) => tried !== runs)).toEqual([]);
  // Each method was really tried in both ways: inputs are made of either kind until there are so many.
  expect(lines.filter(({ wellFormed, malformed }) => wellFormed < leastWellFormed || malformed < 40)).toEqual([]);
  // What writes is killed in the midst of it elsewhere: every path that does stands in that table.
  expect(lines.filter(({ method, wrote }) => wrote > 0 && !isWritingPath(method)).map(({ method }) => method)).toEqual(
    [],
  );
  expect(peakBytes).toBeLessThan(memoryCap);
};
