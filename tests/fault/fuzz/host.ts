import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { Host } from '../../../electron/backend/rpc/host.ts';
import type { Answers, QuestionKind, Questions } from '../../../shared/contract/control.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { copyFilesOutside } from '../../fixtures/copy-files.ts';
import { createDice, type Dice } from './dice.ts';

/** A main process that answers this and that: mostly as a person would, at times cancelled, failed, or nonsense. */
export interface FuzzHost extends Host {
  /** Where the next answers lead; the folder of the present world. */
  readonly setFolder: (folder: string) => void;
  readonly setDice: (dice: Dice) => void;
}

const onePage = async (): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  pdf.addPage([595, 842]);
  return pdf.save({ useObjectStreams: false });
};

/** A host over files that a person might choose. */
export const createFuzzHost = async (files: readonly string[]): Promise<FuzzHost> => {
  const page = await onePage();
  let dice = createDice('host');
  let folder = '';
  let saved = 0;
  const target = (): string => {
    if (dice.percent(3)) return join(folder, 'tidak', 'ada', 'x.pdf');
    if (dice.percent(3)) return folder;
    // A few names again and again: what was saved before is replaced.
    saved += 1;
    return join(folder, `keluar-${saved % 7}.bin`);
  };
  const answers: { readonly [K in QuestionKind]: (value: Questions[K]) => Answers[K] } = {
    chooseFolder: () => (dice.percent(5) ? join(folder, 'tidak-ada') : folder),
    chooseFiles: () => Array.from({ length: dice.int(4) }, () => dice.pick(files)),
    chooseSaveTarget: target,
    printToPdf: () => page,
    printPaper: () => dice.percent(80),
    // Of a backup nothing is copied: what it does is the business of its own tests.
    copyFiles: (question) => (question.names.length > 2 ? null : copyFilesOutside(question)),
  };
  const cancelled: Partial<Answers> = { chooseFolder: null, chooseFiles: [], chooseSaveTarget: null };
  return {
    setFolder: (next) => {
      folder = join(next, 'keluar');
      mkdirSync(folder, { recursive: true });
    },
    setDice: (next) => {
      dice = next;
    },
    ask: async (kind, value) => {
      // The few calls that derive a key shall not fail by chance.
      if (kind !== 'copyFiles' && dice.percent(5)) return fail('hostFailed');
      if (dice.percent(10) && kind in cancelled) return ok(cancelled[kind] as never);
      return ok(answers[kind](value) as never);
    },
  };
};
