import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { Host } from '../../../electron/backend/rpc/host.ts';
import type { Answers, QuestionKind, Questions } from '../../../shared/contract/control.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { copyFilesOutside } from '../../fixtures/copy-files.ts';
import type { Dice } from '../fuzz/dice.ts';

/** Copies files by this very process, where it is seen what is written. */
const copyFilesInside = ({ from, to, names }: Questions['copyFiles']): null => {
  for (const name of names) writeFileSync(join(to, name), readFileSync(join(from, name)), { mode: 0o600 });
  return null;
};

/** What a main process of a test has at hand. */
interface PathHostOptions {
  /** Files that are chosen. */
  readonly files: readonly string[];
  /** Where every file is saved. */
  readonly folder: string;
  readonly dice: Dice;
  /** Copies are made by this process, not by another one. */
  readonly copiesInside: boolean;
}

/** A main process that answers as a person would who wants it done. */
export const createPathHost = async ({ files, folder, dice, copiesInside }: PathHostOptions): Promise<Host> => {
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]);
  const page = await pdf.save({ useObjectStreams: false });
  mkdirSync(folder, { recursive: true });
  let saved = 0;
  const answers: { readonly [K in QuestionKind]: (value: Questions[K]) => Answers[K] } = {
    chooseFolder: () => folder,
    chooseFiles: () => [dice.pick(files)],
    chooseSaveTarget: () => {
      saved += 1;
      return join(folder, `keluar-${saved}.bin`);
    },
    printToPdf: () => page,
    printPaper: () => true,
    copyFiles: copiesInside ? copyFilesInside : copyFilesOutside,
  };
  return { ask: async (kind, value) => ok(answers[kind](value) as never) };
};
