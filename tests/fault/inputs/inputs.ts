import { createDice, type Dice } from '../fuzz/dice.ts';
import { tryBrokenCsv, tryCsv } from './csv.ts';
import { tryNames, tryOddNames } from './names.ts';
import { signedPdfs, tryChangedPdf, tryUpdatedPdf } from './pdfs.ts';

/** What came of one kind of generated input. */
export interface InputLine {
  readonly kind: string;
  readonly tried: number;
  readonly failed: number;
  /** The first failures, each with its number. */
  readonly notes: readonly string[];
}

type Try = (dice: Dice) => string | null;
const maxNotes = 3;

const thrown = (one: Try, dice: Dice): string | null => {
  try {
    return one(dice);
  } catch (error) {
    return `throws ${String(error)}`;
  }
};

const runOf = (kind: string, one: Try, dice: Dice, tried: number): InputLine => {
  const notes: string[] = [];
  let failed = 0;
  for (let at = 0; at < tried; at += 1) {
    const said = thrown(one, dice.fork(String(at)));
    if (said === null) continue;
    failed += 1;
    if (notes.length < maxNotes) notes.push(`${at}: ${said.slice(0, 300)}`);
  }
  return { kind, tried, failed, notes };
};

/**
 * Generates files of learning records, names and signed PDFs as people have them, and tries each: what was meant is
 * known, so what is read otherwise is a failure. `count`: of all kinds together; a PDF takes longest.
 */
export const tryInputs = async (seed: string, count: number): Promise<readonly InputLine[]> => {
  const pdfs = await signedPdfs();
  const kinds: readonly (readonly [kind: string, share: number, one: Try])[] = [
    ['csv', 0.3, tryCsv],
    ['csv.broken', 0.3, tryBrokenCsv],
    ['names', 0.15, tryNames],
    ['names.odd', 0.15, tryOddNames],
    ['pdf.changed', 0.05, (dice) => tryChangedPdf(pdfs, dice)],
    ['pdf.updated', 0.05, (dice) => tryUpdatedPdf(pdfs, dice)],
  ];
  return kinds.map(([kind, share, one]) => runOf(kind, one, createDice(`${seed}/${kind}`), Math.round(share * count)));
};
