import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Dialogs } from './dialogs.ts';

/** What a test puts into its file of answers; a missing entry means that the person cancels. */
interface ScriptedAnswers {
  readonly folder?: string;
  readonly files?: readonly string[];
  readonly save?: string;
  readonly paperPrinted?: boolean;
  /** Seconds since the computer was last touched: nobody touches the screen of a test. */
  readonly systemIdle?: number;
}

export interface ScriptedDialogs extends Dialogs {
  /** Stands for the printer's dialog. */
  readonly paperPrinted: () => Promise<boolean>;
  /** Stands for the system's own clock of idleness. */
  readonly systemIdle: () => number;
}

/**
 * Dialogs answered from a JSON file that is read at each question, for tests that drive the unpackaged
 * application. Never used by the packaged one (see `prepareEnvironment`).
 */
export const createScriptedDialogs = (file: string): ScriptedDialogs => {
  const parse = (text: string): ScriptedAnswers => JSON.parse(text);
  const answers = async (): Promise<ScriptedAnswers> => parse(await readFile(file, 'utf8'));
  return {
    chooseFolder: async () => (await answers()).folder ?? null,
    chooseFiles: async () => (await answers()).files ?? [],
    chooseSaveTarget: async () => (await answers()).save ?? null,
    paperPrinted: async () => (await answers()).paperPrinted ?? false,
    systemIdle: () => parse(readFileSync(file, 'utf8')).systemIdle ?? 0,
  };
};
