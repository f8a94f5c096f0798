import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type Language = 'id' | 'en';
/** Text of a key on the screen, with `{{name}}` replaced. Throws when there is none. */
export type Text = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const folder = resolve(import.meta.dirname, '../../../../shared/i18n');

type Tree = { readonly [key: string]: string | Tree };

const areasOf = (language: Language): readonly Tree[] =>
  readdirSync(join(folder, language)).map((file) => JSON.parse(readFileSync(join(folder, language, file), 'utf8')));

const leaf = (tree: Tree, path: readonly string[]): string | undefined => {
  const found = path.reduce<string | Tree | undefined>(
    (at, key) => (typeof at === 'object' ? at[key] : undefined),
    tree,
  );
  return typeof found === 'string' ? found : undefined;
};

/** The texts of one language. */
export const textsOf = (language: Language): Text => {
  const areas = areasOf(language);
  return (key, values = {}) => {
    const text = areas.map((area) => leaf(area, key.split('.'))).find((found) => found !== undefined);
    if (text === undefined) throw new Error(`no text ${key} in ${language}`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
};
