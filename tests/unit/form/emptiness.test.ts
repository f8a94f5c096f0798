import type { ActType } from '@shared/domain/case/act-type.ts';
import type { Field } from '@shared/domain/form/field.ts';
import { blankOf } from '@shared/domain/form/fields.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { readBy } from '../../../renderer/ui/form/issues.ts';
import { contents } from '../../fixtures/document-contexts.ts';
import { filledTables } from '../../fixtures/form-samples.ts';
import { askedFields, knownTables } from '../../fixtures/form-tables.ts';

/** Codes of what a schema refuses of a field itself, not of what is within it. */
const codesOf = (own: z.ZodType, value: unknown): readonly string[] =>
  readBy(own, value)
    .issues.filter(({ path }) => path.length === 0)
    .map(({ code }) => code);

const words = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
const anyNumber = fc.oneof(fc.integer({ min: -5, max: 3000 }), fc.double({ noNaN: true, noDefaultInfinity: true }));

/** True for an amount that is not optional: of that nothing is 0. */
const isZeroNothing = (field: Field): boolean => field.kind === 'amount' && field.optional !== true;

/** True for a field that nobody can leave empty: the program fills it in, or it begins with a value that stays. */
const isNeverEmpty = ({ kind, automatic, starts }: Field): boolean =>
  automatic === true || (kind === 'choice' && starts !== undefined) || kind === 'number' || kind === 'corrected';

/** What somebody may have written in a field, right or wrong, and never nothing. */
const filled = (field: Field): fc.Arbitrary<unknown> => {
  switch (field.kind) {
    case 'minutes':
    case 'year':
    case 'number':
    case 'amount':
    case 'followUpItem':
      return anyNumber;
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.oneof(fc.constantFrom(...field.options.codes.filter((code) => code !== '')), words);
    case 'choices':
      return fc.subarray([...field.options.codes], { minLength: 1 });
    case 'tags':
      return fc.array(words, { minLength: 1, maxLength: field.max });
    default:
      return words;
  }
};

describe('what is written in a field', () => {
  it.each(askedFields)('is never refused for emptiness: $where', ({ field, own }) => {
    fc.assert(
      fc.property(filled(field), (value) => {
        fc.pre(!(isZeroNothing(field) && Number(value) <= 0));
        expect(codesOf(own, value)).not.toContain('required');
      }),
      { numRuns: 30 },
    );
  });
});

const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === 0 || (Array.isArray(value) && value.length === 0);

const valueAt = (content: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Readonly<Record<string | number, unknown>> | null)?.[key], content);

/** Contents in which every field says something, with their tables. */
const whole = knownTables.flatMap(({ name, fields, schema }) => {
  const content = filledTables.find((table) => table.name === name)?.content ?? contents[name as ActType];
  return schema === null || content === undefined ? [] : [{ name, fields, schema, content }];
});

describe('a form of which some fields are filled', () => {
  it.each(whole)('lacks those alone that are not: $name', ({ fields, schema, content }) => {
    fc.assert(
      fc.property(fc.subarray(Object.keys(fields)), (names) => {
        const some = Object.fromEntries(names.map((name) => [name, content[name]]));
        const typed = { ...blankOf(fields), ...some };
        const lacking = readBy(schema, typed).issues.filter(({ code }) => code === 'required');
        expect(lacking.filter(({ path }) => !isNothing(valueAt(typed, path)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is tried for many tables', () => expect(whole.length).toBeGreaterThan(15));
});

describe('a field that is left empty', () => {
  it('is refused exactly where the form marks it as to be filled in', () => {
    const wrong = askedFields.flatMap(({ where, field, own }) => {
      if (isNeverEmpty(field)) return [];
      const refused = codesOf(own, blankOf({ field }).field).includes('required');
      return refused === (field.required === true) ? [] : [where];
    });
    expect(wrong).toEqual([]);
  });
});
