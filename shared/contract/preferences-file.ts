import { languages } from '../i18n/index.ts';
import type { ShellPreferences } from './control.ts';

/** Appearances of the window; `auto` follows the system. */
export const colorSchemes = ['light', 'dark', 'auto'] as const;

/** What holds until a person chooses. */
export const defaultPreferences: ShellPreferences = { language: 'id', colorScheme: 'auto', contentProtection: true };

const isOneOf = <T extends string>(values: readonly T[], value: unknown): value is T =>
  (values as readonly unknown[]).includes(value);

/**
 * Reads the text of `preferences.json`; spoiled or absent (null) gives the defaults. Free of schemas: the main process
 * reads it before the first window is made.
 */
export const parsePreferences = (text: string | null): ShellPreferences => {
  if (text === null) return defaultPreferences;
  try {
    const { language, colorScheme, contentProtection } = JSON.parse(text) as Record<string, unknown>;
    const sound =
      isOneOf(languages, language) && isOneOf(colorSchemes, colorScheme) && typeof contentProtection === 'boolean';
    return sound ? { language, colorScheme, contentProtection } : defaultPreferences;
  } catch {
    return defaultPreferences;
  }
};
