import type { Hand } from '../screen.ts';

/** Presses the first button whose name begins with a text. */
export const beginning = async ({ page, t }: Hand, key: string): Promise<void> =>
  page
    .getByRole('button', { name: new RegExp(`^${t(key)}`) })
    .first()
    .click();
