import { appendFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { freshSeed } from '../fuzz/dice.ts';

/** What a run, or a part of it, comes to. */
export interface FaultLine {
  readonly id: string;
  readonly tried: number;
  readonly failed: number;
  /** What was tried; the first failures, when there were any. */
  readonly note: string;
}

/** How a run is to be done. */
export interface FaultRun {
  /** Ten to a hundred times as much. */
  readonly long: boolean;
  readonly seed: string;
  /** Tells how far the run is, or what it came to: the last line of an id counts. */
  readonly tell: (line: FaultLine) => void;
}

const write = (line: FaultLine): void => {
  const file = process.env.BILIK_FAULT_RESULT;
  if (file !== undefined && file !== '') appendFileSync(file, `${JSON.stringify(line)}\n`);
};

/** Declares a run of `npm run fault`. */
export const faultRun = (id: string, work: (run: FaultRun) => Promise<void>): void => {
  test(id, async () => {
    const lines = new Map<string, FaultLine>();
    const tell = (line: FaultLine): void => {
      lines.set(line.id, line);
      write(line);
    };
    const seed = process.env.BILIK_FAULT_SEED || freshSeed();
    await work({ long: process.env.BILIK_FAULT_LONG === '1', seed, tell });
    expect([...lines.values()].filter(({ failed }) => failed > 0)).toEqual([]);
  });
};

/** A whole number out of a seed, for what wants one. */
export const numberOf = (seed: string): number => {
  let number = 0;
  for (const unit of seed) number = (Math.imul(number, 31) + unit.charCodeAt(0)) | 0;
  return number >>> 1;
};
