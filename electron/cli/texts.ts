import enCli from '@shared/i18n/en/cli.json' with { type: 'json' };
import enCommon from '@shared/i18n/en/common.json' with { type: 'json' };
import enDocuments from '@shared/i18n/en/documents.json' with { type: 'json' };
import enFinding from '@shared/i18n/en/finding.json' with { type: 'json' };
import idCli from '@shared/i18n/id/cli.json' with { type: 'json' };
import idCommon from '@shared/i18n/id/common.json' with { type: 'json' };
import idDocuments from '@shared/i18n/id/documents.json' with { type: 'json' };
import idFinding from '@shared/i18n/id/finding.json' with { type: 'json' };
import { type Language, languages, mergeTexts, type TextTree } from '@shared/i18n/index.ts';

const trees: Readonly<Record<Language, TextTree>> = {
  id: mergeTexts([idCli, idDocuments, idFinding, { roles: idCommon.roles }]),
  en: mergeTexts([enCli, enDocuments, enFinding, { roles: enCommon.roles }]),
};

/** Looks up a text by its path and fills its placeholders. */
export type Translate = (path: string, values?: Readonly<Record<string, unknown>>) => string;

/** True when `text` names a language of the command. */
export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text);

/** Characters that could move the cursor or change colours of a terminal become "?". */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, '?');

const leafAt = (tree: TextTree, path: string): string | undefined => {
  let here: string | TextTree | undefined = tree;
  for (const name of path.split('.')) here = typeof here === 'object' ? here[name] : undefined;
  return typeof here === 'string' ? here : undefined;
};

/** Texts of one language; a path without text answers itself. */
export const translateInto =
  (language: Language): Translate =>
  (path, values = {}) =>
    (leafAt(trees[language], path) ?? path).replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      return printable(Array.isArray(value) ? value.join(', ') : String(value ?? ''));
    });
