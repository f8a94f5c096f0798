import type { Language, TextTree } from '@shared/i18n/index.ts';

/** Texts of the lock page in one language; stands in for i18next, which would be loaded before anything is drawn. */
export interface LockTexts {
  readonly language: Language;
  readonly exists: (path: string) => boolean;
  /** The text at a path, with `{{name}}` replaced by its value; the path itself where there is none. */
  readonly t: (path: string, values?: Readonly<Record<string, unknown>>) => string;
}

const find = (tree: TextTree, path: string): string | undefined => {
  let at: string | TextTree | undefined = tree;
  for (const key of path.split('.')) at = typeof at === 'object' && Object.hasOwn(at, key) ? at[key] : undefined;
  return typeof at === 'string' ? at : undefined;
};

/** Texts out of a tree; see {@link LockTexts}. */
export const createLockTexts = (trees: Readonly<Record<Language, TextTree>>, language: Language): LockTexts => ({
  language,
  exists: (path) => find(trees[language], path) !== undefined,
  t: (path, values = {}) =>
    (find(trees[language], path) ?? path).replace(/\{\{(\w+)\}\}/g, (_match, name: string) =>
      String(values[name] ?? ''),
    ),
});
