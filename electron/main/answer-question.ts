import type { Answer, Question } from '@shared/contract/control.ts';
import { copyFiles } from './copy-files.ts';
import type { Dialogs } from './dialogs.ts';
import type { Printer } from './print-document.ts';

export interface QuestionTools {
  readonly dialogs: Dialogs;
  readonly printer: Pick<Printer, 'toPdf' | 'toPaper'>;
}

/** Does what the backend asked of the main process. Rejects when it cannot be done. */
export const answerQuestion = async ({ dialogs, printer }: QuestionTools, question: Question): Promise<Answer> => {
  switch (question.kind) {
    case 'chooseFolder':
      return { ok: true, value: await dialogs.chooseFolder(question.value) };
    case 'chooseFiles':
      return { ok: true, value: await dialogs.chooseFiles(question.value) };
    case 'chooseSaveTarget':
      return { ok: true, value: await dialogs.chooseSaveTarget(question.value) };
    case 'printToPdf':
      return { ok: true, value: await printer.toPdf(question.value) };
    case 'printPaper':
      return { ok: true, value: await printer.toPaper(question.value) };
    case 'copyFiles':
      return { ok: true, value: await copyFiles(question.value) };
  }
};
