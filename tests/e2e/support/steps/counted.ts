import type { Page } from '@playwright/test';

/** What something took of a person on a page. */
export interface Taken {
  /** Pointer presses: on buttons, links, choices, lists and their entries. */
  readonly presses: number;
  /** Fields that were typed into; a field counts once, however much is typed. */
  readonly fields: number;
}

interface Counting {
  presses: number;
  readonly fields: Set<EventTarget | null>;
}

/** Begins to count what a person does on the page, until another page takes its place. */
export const countOn = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const counting: Counting = { presses: 0, fields: new Set() };
    addEventListener('pointerdown', ({ isTrusted }) => isTrusted && counting.presses++, true);
    addEventListener(
      'input',
      ({ isTrusted, target }) => {
        const isChoice = target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type);
        if (isTrusted && !isChoice) counting.fields.add(target);
      },
      true,
    );
    Object.assign(window, { counting });
  });

/** What was counted since it was asked last. */
export const takenOn = (page: Page): Promise<Taken> =>
  page.evaluate(() => {
    const { counting } = window as unknown as { readonly counting: Counting };
    const taken = { presses: counting.presses, fields: counting.fields.size };
    counting.presses = 0;
    counting.fields.clear();
    return taken;
  });
