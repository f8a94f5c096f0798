import type { ShellPreferences } from '@shared/contract/control.ts';
import { colorSchemes, defaultPreferences } from '@shared/contract/preferences-file.ts';
import { languages } from '@shared/i18n/index.ts';

/** What the main process tells the lock page in its address, so that nothing has to be asked before it is drawn. */
export interface LockSearch {
  readonly preferences: Omit<ShellPreferences, 'contentProtection'>;
  readonly version: string;
  /** False at the first start: the page welcomes. */
  readonly knowsVaults: boolean;
  /** Why the page is shown: a lock reason, or null at the start. */
  readonly reason: string | null;
}

const oneOf = <T extends string>(values: readonly T[], value: string | null, otherwise: T): T =>
  values.find((known) => known === value) ?? otherwise;

/** Reads the query of the lock page's address; what is absent or unknown counts as the default. */
export const parseLockSearch = (search: string): LockSearch => {
  const query = new URLSearchParams(search);
  return {
    preferences: {
      language: oneOf(languages, query.get('language'), defaultPreferences.language),
      colorScheme: oneOf(colorSchemes, query.get('scheme'), defaultPreferences.colorScheme),
    },
    version: query.get('version') ?? '',
    knowsVaults: query.get('known') !== 'false',
    reason: query.get('reason'),
  };
};
