import en from './en/shell.json' with { type: 'json' };
import id from './id/shell.json' with { type: 'json' };

/** Names of the few texts that menus and system dialogs show; everything else on screen is the page's. */
export type ShellText = keyof (typeof id)['shell'];

const texts: Readonly<Record<'id' | 'en', Readonly<Record<ShellText, string>>>> = { id: id.shell, en: en.shell };

/** A text of the shell in a language. */
export const shellText = (language: 'id' | 'en', name: ShellText): string => texts[language][name];
