import { maxHundredths } from '@shared/domain/competence/learning-record.ts';
import { maxLine, maxMinutes, maxText, years } from '@shared/domain/fields.ts';
import type { Field, Fields } from '@shared/domain/form/field.ts';
import { allFields } from '@shared/domain/form/fields.ts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askedFields, coreOf, knownTables, textKeysOf } from '../../fixtures/form-tables.ts';
import { textOf, textsIn } from '../../fixtures/form-texts.ts';

/** Keys of a schema and of a table, with those of groups and lists below them. */
const pairsOf = (schema: unknown, fields: Fields): readonly (readonly [readonly string[], readonly string[]])[] => {
  const shape = (coreOf(schema) as z.ZodObject).shape as Readonly<Record<string, unknown>>;
  const inner = Object.entries(fields).flatMap(([name, field]) =>
    'fields' in field ? pairsOf(shape[name], field.fields) : [],
  );
  return [[Object.keys(shape), Object.keys(fields)], ...inner];
};

/** Fields that stand on paper as their table says. */
const printed = knownTables.flatMap(({ name, fields }) =>
  allFields(fields).flatMap(({ path, field }) => {
    const { paper } = field;
    const where = [name, ...path].join('.');
    return paper === undefined || paper === 'apart' ? [] : [{ where, field, paper }];
  }),
);
const withOptions = printed.filter(({ field }) => 'options' in field);
const lists = printed.filter(({ field }) => field.kind === 'list');

const ofRecords = knownTables.filter(({ schema }) => schema !== null);

describe('the table of fields of a record', () => {
  it.each(ofRecords)('$name has a field for every part of its content, and no other', ({ schema, fields, apart }) => {
    for (const [keys, names] of pairsOf(schema, fields))
      expect([...names].sort()).toEqual(keys.filter((key) => !apart.includes(key)).sort());
  });

  it.each(['id', 'en'] as const)('has a text for every label, help, option and list (%s)', (language) => {
    const texts = textsIn(language);
    const missing = knownTables.flatMap(({ fields }) => textKeysOf(fields)).filter((key) => !textOf(texts, key));
    expect(missing).toEqual([]);
  });

  it.each(withOptions)('has words on paper for every option: $where', ({ field, paper }) => {
    if (!('options' in field)) return;
    const words = paper.options ?? ('names' in field.options ? field.options.names : {});
    expect(Object.keys(words)).toEqual(field.options.codes);
  });

  it.each(lists)('has columns on paper that fill the width of its table: $where', ({ field }) => {
    if (field.kind !== 'list') return;
    const widths = Object.values(field.fields).map(({ paper }) => (typeof paper === 'object' ? paper.width : 0));
    expect(widths.reduce((sum = 0, width = 0) => sum + width)).toBe(100);
  });
});

/** Contents that a schema has to take, since the form offers them, and those that the form stops at. */
const limitsOf = (field: Field): readonly [offered: readonly unknown[], beyond: readonly unknown[]] => {
  const words = (length: number): string => 'x'.repeat(length);
  switch (field.kind) {
    case 'line':
    case 'position':
    case 'documentNumber':
      return [[words(maxLine)], [words(maxLine + 1)]];
    case 'text':
      return [[words(maxText)], [words(maxText + 1)]];
    case 'minutes':
      return [
        [1, maxMinutes],
        [0, maxMinutes + 1],
      ];
    case 'year':
      return [
        [years.first, years.last],
        [years.first - 1, years.last + 1],
      ];
    case 'number':
      return [
        [field.min, field.max, ...(field.optional ? [null] : [])],
        [field.min - 1, field.max + 1],
      ];
    case 'amount':
      return [[maxHundredths, ...(field.optional ? [null] : [])], [maxHundredths + 1]];
    case 'choice':
      return [field.options.codes, ['no such code']];
    case 'choices':
      return [[field.options.codes], [['no such code']]];
    case 'tags':
      return [
        [Array.from({ length: field.max }, (_, index) => `tag ${index}`)],
        [Array.from({ length: field.max + 1 }, (_, index) => `tag ${index}`)],
      ];
    default:
      return [[], []];
  }
};

// A NIP has a form of its own, which the schema alone knows.
const single = askedFields.filter(({ where, field }) => limitsOf(field)[1].length > 0 && !where.endsWith('.nip'));
const manifold = askedFields.filter(({ field }) => field.kind === 'list');

describe('what a form lets somebody enter', () => {
  it.each(single)('ends where the schema ends: $where', ({ where, field, own }) => {
    const [offered, beyond] = limitsOf(field);
    // A level that is taken back leaves the list of levels.
    const kept = where === 'level.level' ? offered.filter((value) => value !== null) : offered;
    expect(kept.filter((value) => !own.safeParse(value).success)).toEqual([]);
    expect(beyond.filter((value) => own.safeParse(value).success)).toEqual([]);
  });

  it.each(manifold)('has as many entries as the schema takes: $where', ({ field, own }) => {
    if (field.kind !== 'list') return;
    const { minItems = 0, maxItems } = z.toJSONSchema(own, { unrepresentable: 'any', io: 'input' });
    expect({ min: field.min, max: field.max }).toEqual({ min: minItems, max: maxItems });
  });
});
