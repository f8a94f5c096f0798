import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Displays {
  readonly withDisplay: (work: (env: NodeJS.ProcessEnv) => Promise<void>) => Promise<void>;
}

/**
 * Does the work with the name of a display that no other test uses, with a clipboard of its own. Rejects when Xvfb does
 * not start, and as the work does.
 */
export const onOwnDisplay = async (work: (display: string) => Promise<void>): Promise<void> => {
  const file = join(resolve(import.meta.dirname, '../../..'), 'scripts/lib/display.mjs');
  const { withDisplay } = (await import(pathToFileURL(file).href)) as Displays;
  await withDisplay(({ DISPLAY = '' }) => work(DISPLAY));
};
