/** Languages of the window; Indonesian is the source, English complete. */
export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

/** Texts of one area or of all: leaves are strings, the rest are groups. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

type Growing = { [key: string]: string | Growing };

const addInto = (target: Growing, source: TextTree, path: string): void => {
  for (const [key, value] of Object.entries(source)) {
    const present = target[key];
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') {
      if (present !== undefined) throw new TypeError(`text stands twice: ${here}`);
      target[key] = value;
    } else {
      if (typeof present === 'string') throw new TypeError(`text stands twice: ${here}`);
      const group = present ?? {};
      target[key] = group;
      addInto(group, value, here);
    }
  }
};

/** Joins the texts of all areas into one tree. Throws TypeError when a leaf stands in two of them. */
export const mergeTexts = (areas: readonly TextTree[]): TextTree => {
  const merged: Growing = {};
  for (const area of areas) addInto(merged, area, '');
  return merged;
};

/** Paths of all leaves of a tree, joined by dots. */
export const textPaths = (tree: TextTree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : textPaths(value, `${prefix}${key}.`),
  );
