import { parseArgs } from 'node:util';
import type { Language } from '@shared/i18n/index.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { isLanguage } from './texts.ts';

/** What the command is asked to do. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'verify'; readonly files: readonly string[]; readonly json: boolean }
  | { readonly name: 'vaultCheck'; readonly folder: string; readonly json: boolean };

export type ArgumentError = AppError<
  'unknownCommand' | 'unknownOption' | 'optionValue' | 'missingFile' | 'missingFolder'
>;

const commandOf = (words: readonly string[], json: boolean): Result<Command, ArgumentError> => {
  const [first = '', second = ''] = words;
  if (first === 'verify') {
    const files = words.slice(1);
    return files.length === 0 ? fail('missingFile') : ok({ name: 'verify', files, json });
  }
  if (first === 'vault' && second === 'check') {
    const [folder, ...more] = words.slice(2);
    return folder === undefined || more.length > 0 ? fail('missingFolder') : ok({ name: 'vaultCheck', folder, json });
  }
  if (first === '') return ok({ name: 'help' });
  return fail('unknownCommand', { name: first === 'vault' ? `vault ${second}`.trim() : first });
};

/**
 * Reads the arguments. Fails on an unknown command or option, a wrong value, or a missing file; the language is
 * answered in either case, for the message.
 */
export const readArguments = (
  given: readonly string[],
): { readonly language: Language; readonly command: Result<Command, ArgumentError> } => {
  const options = {
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    lang: { type: 'string' },
  } as const;
  const { tokens, positionals, values } = parseArgs({ args: [...given], options, strict: false, tokens: true });
  const lang = values.lang;
  const language: Language = typeof lang === 'string' && isLanguage(lang) ? lang : 'id';
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!(token.name in options)) return { language, command: fail('unknownOption', { name: token.rawName }) };
    const isFlag = token.name !== 'lang';
    if (isFlag ? token.value !== undefined : token.value === undefined || !isLanguage(token.value)) {
      return { language, command: fail('optionValue', { name: token.rawName }) };
    }
  }
  if (values.help === true) return { language, command: ok({ name: 'help' }) };
  return { language, command: commandOf(positionals, values.json === true) };
};
