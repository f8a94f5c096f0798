/**
 * What a table holds under a key that may be anything, such as what a person or a file says; undefined where it has no
 * such entry of its own (`toString` is none).
 */
export const ownValue = <V>(table: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
