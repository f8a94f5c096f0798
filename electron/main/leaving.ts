import type { Leave, LockAnswer } from '@shared/contract/control.ts';

/** How long a page may take to say anything when a person leaves, in milliseconds. */
export const answerLimit = 3000;
/** Presses that follow one another sooner are one: a double click, a key that is held down. In milliseconds. */
export const againAfter = 1000;

export interface LeavingParts {
  /** Asks the page to save what is typed, or to ask the person. */
  readonly ask: (leave: Leave) => void;
  /** Leaves, whatever the page says. */
  readonly go: (leave: Leave) => void;
}

/** Leaving the open vault by the menu or the window's frame. */
export interface Leaving {
  readonly press: (leave: Leave) => void;
  /** What the page says; heard only after a press. */
  readonly answer: (answer: LockAnswer) => void;
  /** The person pressed a key or a button in the window. */
  readonly touched: () => void;
  /** The vault locks: nobody is asked any more. */
  readonly clear: () => void;
}

interface Asked {
  readonly leave: Leave;
  /** When it was pressed last. */
  at: number;
  touched: boolean;
}

/**
 * Has the page asked before a person leaves, so that nothing typed is lost unasked. No page can keep the person: one
 * that says nothing is left after `answerLimit`, and the same press again leaves at once. That the person stays is
 * believed only of a page in whose window something was pressed since.
 */
export const createLeaving = ({ ask, go }: LeavingParts): Leaving => {
  let asked: Asked | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const clear = (): void => {
    clearTimeout(timer);
    asked = undefined;
  };

  const goNow = (leave: Leave): void => {
    clear();
    go(leave);
  };

  return {
    press: (leave) => {
      const at = performance.now();
      if (asked?.leave !== leave) {
        clear();
        asked = { leave, at, touched: false };
        timer = setTimeout(() => goNow(leave), answerLimit);
        ask(leave);
      } else if (at - asked.at >= againAfter) goNow(leave);
      else asked.at = at;
    },
    answer: (answer) => {
      if (asked === undefined) return;
      clearTimeout(timer);
      if (answer === 'ready') goNow(asked.leave);
      else if (answer === 'stay' && asked.touched) clear();
    },
    touched: () => {
      if (asked !== undefined) asked.touched = true;
    },
    clear,
  };
};
