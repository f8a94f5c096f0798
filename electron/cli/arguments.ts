import { parseArgs } from 'node:util';
import type { Language } from '@shared/i18n/index.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { SignerFiles } from './read-signers.ts';
import { isLanguage } from './texts.ts';

/** What the command is asked to do. */
export type Command =
  | { readonly name: 'help' }
  | {
      readonly name: 'verify';
      readonly files: readonly string[];
      /** Identity file of a receiver of packages; null: none. */
      readonly identity: string | null;
      /** Signed directory or card by which signers of PDFs are told; null: none. */
      readonly signers: SignerFiles;
      readonly json: boolean;
    }
  | {
      readonly name: 'packageOpen';
      readonly files: readonly string[];
      readonly identity: string;
      readonly out: string;
      readonly json: boolean;
    }
  | { readonly name: 'vaultCheck'; readonly folder: string; readonly json: boolean };

export type ArgumentError = AppError<
  'unknownCommand' | 'unknownOption' | 'optionValue' | 'missingFile' | 'missingFolder' | 'missingOption'
>;

interface Options {
  readonly json: boolean;
  readonly signers: SignerFiles;
  readonly identity: string | null;
  readonly out: string | null;
}

/** Options that only some commands have. */
const ownOptions: Readonly<Record<string, readonly string[]>> = {
  verify: ['identity', 'directory', 'card'],
  package: ['identity', 'out'],
};

const packageOpenOf = (files: readonly string[], { json, identity, out }: Options): Result<Command, ArgumentError> => {
  if (files.length === 0) return fail('missingFile');
  if (identity === null) return fail('missingOption', { name: '--identity' });
  if (out === null) return fail('missingOption', { name: '--out' });
  return ok({ name: 'packageOpen', files, identity, out, json });
};

const commandOf = (words: readonly string[], options: Options): Result<Command, ArgumentError> => {
  const { json, identity, signers } = options;
  const [first = '', second = ''] = words;
  if (first === 'verify') {
    const files = words.slice(1);
    return files.length === 0 ? fail('missingFile') : ok({ name: 'verify', files, identity, signers, json });
  }
  if (first === 'package' && second === 'open') return packageOpenOf(words.slice(2), options);
  if (first === 'vault' && second === 'check') {
    const [folder, ...more] = words.slice(2);
    return folder === undefined || more.length > 0 ? fail('missingFolder') : ok({ name: 'vaultCheck', folder, json });
  }
  if (first === '') return ok({ name: 'help' });
  return fail('unknownCommand', { name: ['vault', 'package'].includes(first) ? `${first} ${second}`.trim() : first });
};

/** Flags have no value, the language a known one, paths any but an empty one. */
const hasGoodValue = (name: string, value: string | undefined): boolean => {
  if (name === 'json' || name === 'help') return value === undefined;
  return value !== undefined && value !== '' && (name !== 'lang' || isLanguage(value));
};

const textOf = (value: string | boolean | undefined): string | null => (typeof value === 'string' ? value : null);

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
    identity: { type: 'string' },
    out: { type: 'string' },
    directory: { type: 'string' },
    card: { type: 'string' },
  } as const;
  const { tokens, positionals, values } = parseArgs({ args: [...given], options, strict: false, tokens: true });
  const lang = values.lang;
  const language: Language = typeof lang === 'string' && isLanguage(lang) ? lang : 'id';
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!(token.name in options)) return { language, command: fail('unknownOption', { name: token.rawName }) };
    const isOwn = Object.values(ownOptions).some((names) => names.includes(token.name));
    if (isOwn && !ownOptions[positionals[0] ?? '']?.includes(token.name)) {
      return { language, command: fail('unknownOption', { name: token.rawName }) };
    }
    if (!hasGoodValue(token.name, token.value)) {
      return { language, command: fail('optionValue', { name: token.rawName }) };
    }
  }
  if (values.help === true) return { language, command: ok({ name: 'help' }) };
  const signers = { directory: textOf(values.directory), card: textOf(values.card) };
  const named = { json: values.json === true, identity: textOf(values.identity), out: textOf(values.out), signers };
  return { language, command: commandOf(positionals, named) };
};
