import { ownValue } from '../../kernel/own-value.ts';
import type { Field, Fields, Options, Values } from './field.ts';

/** Some of the fields, in the order of the table. */
export const only = <T extends Fields, K extends keyof T & string>(fields: T, names: readonly K[]): Pick<T, K> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.some((known) => known === name))) as Pick<T, K>;

/** All fields but these. */
export const without = <T extends Fields, K extends keyof T & string>(fields: T, names: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.some((known) => known === name))) as Omit<T, K>;

/** The fields with choices that no longer offer these codes (by name of the field). */
export const notOffering = (fields: Fields, codes: Readonly<Record<string, readonly string[]>>): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, Field] => {
      const closed = ownValue(codes, name);
      if (field.kind !== 'choice' || closed === undefined) return [name, field];
      const { options } = field;
      return [name, { ...field, options: { ...options, past: [...(options.past ?? []), ...closed] } }];
    }),
  );

/** Key of the words of an option in i18n; the empty code (nothing chosen yet) has those of `none`. */
export const optionKey = (texts: string, code: string): string => `${texts}.${code === '' ? 'none' : code}`;

/** Words of an option by `t`; a code outside the list is its own word. */
export const optionText = (options: Options, code: string, t: (key: string) => string): string => {
  if (!options.codes.includes(code)) return code;
  return 'names' in options ? (options.names[code] ?? code) : t(optionKey(options.texts, code));
};

const blankField = (field: Field): unknown => {
  switch (field.kind) {
    case 'group':
      return field.toggle === undefined ? blankOf(field.fields) : null;
    case 'list':
    case 'choices':
    case 'conduct':
    case 'comparisons':
    case 'deciders':
    case 'tags':
    case 'leftOut':
    case 'evidence':
    case 'learningRecords':
      return [];
    case 'number':
      return field.optional ? null : field.min;
    case 'amount':
      return field.optional ? null : 0;
    case 'minutes':
    case 'year':
    case 'person':
    case 'cost':
    case 'followUpItem':
      return null;
    case 'people':
      return 1;
    case 'flag':
      return false;
    case 'corrected':
      return {};
    default:
      return '';
  }
};

/** Fields that a person is asked for: without those that the program puts in. */
export const askedOf = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, { automatic }]) => automatic !== true));

/** A content in which nothing is written. */
export const blankOf = (fields: Fields): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, blankField(field)]));

/**
 * A new entry of a list, or a group that is taken up: blank but for what its fields start with. `today` as
 * `YYYY-MM-DD`, `before`: the entry before it, if there is one.
 */
export const freshEntry = (fields: Fields, today: string, before: Values | undefined): Values => {
  const started = Object.entries(fields).flatMap(([name, { starts }]): [string, unknown][] => {
    if (starts === undefined) return [];
    if ('value' in starts) return [[name, starts.value]];
    if (starts.from === 'today') return [[name, today]];
    return before?.[name] === undefined ? [] : [[name, before[name]]];
  });
  return { ...blankOf(fields), ...Object.fromEntries(started) };
};

/** A field with its name and where it stands: names of what it lies in, its own last. */
export interface PlacedField {
  readonly path: readonly string[];
  readonly field: Field;
}

/** All fields of a table with those that lie in them, each before its own parts. */
export const allFields = (fields: Fields, above: readonly string[] = []): readonly PlacedField[] =>
  Object.entries(fields).flatMap(([name, field]): readonly PlacedField[] => {
    const path = [...above, name];
    return [{ path, field }, ...('fields' in field ? allFields(field.fields, path) : [])];
  });
