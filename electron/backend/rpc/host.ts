import type { Answer, Answers, Question, QuestionKind, Questions, ToMain } from '@shared/contract/control.ts';
import { fail, ok, type Result } from '@shared/kernel/result.ts';

/** What the main process does for the backend: system dialogs and printing. */
export interface Host {
  /** Asks the main process; `hostFailed` when it could not do it (a print that broke off, no window). */
  readonly ask: <K extends QuestionKind>(
    kind: K,
    value: Questions[K],
  ) => Promise<Result<Answers[K], { readonly code: 'hostFailed' }>>;
}

export interface HostChannel extends Host {
  /** Takes the answer to an earlier question; answers to unknown questions are dropped. */
  readonly answer: (id: number, answer: Answer) => void;
}

/** Host over the control channel to the main process. */
export const createHost = (send: (message: ToMain) => void): HostChannel => {
  const waiting = new Map<number, (answer: Answer) => void>();
  let lastId = 0;
  return {
    ask: (kind, value) =>
      new Promise((resolve) => {
        const id = ++lastId;
        waiting.set(id, (answer) => resolve(answer.ok ? ok(answer.value as never) : fail('hostFailed')));
        send({ kind: 'ask', id, question: { kind, value } as Question });
      }),
    answer: (id, answer) => {
      waiting.get(id)?.(answer);
      waiting.delete(id);
    },
  };
};
