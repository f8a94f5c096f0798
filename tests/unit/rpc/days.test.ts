import { contract } from '@shared/contract/index.ts';
import { contentSchemas } from '@shared/domain/case/body.ts';
import { coachInput } from '@shared/domain/guidance/coach.ts';
import { recordContent } from '@shared/domain/guidance/record-contents.ts';
import { guidanceFile } from '@shared/domain/guidance/working-file.ts';
import { expect, test } from 'vitest';
import type { z } from 'zod';

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
}

/** Every field of a schema that takes text, with its path; a union that takes text is one of them. */
const textFields = (schema: z.ZodType, path: string): { readonly path: string; readonly field: z.ZodType }[] => {
  const { type, shape = {}, element, innerType, options = [], items = [] } = schema._zod.def as unknown as Definition;
  if (type === 'string') return [{ path, field: schema }];
  const isOwn = type === 'union' && options.every((option) => ['string', 'literal'].includes(option._zod.def.type));
  if (isOwn) return [{ path, field: schema }];
  return [
    ...Object.entries(shape).flatMap(([name, inner]) => textFields(inner, `${path}.${name}`)),
    ...[element, innerType, ...options, ...items].flatMap((inner) =>
      inner === undefined ? [] : textFields(inner, path),
    ),
  ];
};

const fields = [
  ...Object.entries(contract).flatMap(([name, { input }]) => textFields(input, name)),
  ...Object.entries(contentSchemas).flatMap(([type, schema]) => textFields(schema, type)),
  ...textFields(recordContent, 'recordContent'),
  ...textFields(guidanceFile, 'guidanceFile'),
  ...textFields(coachInput, 'coachInput'),
];
const takes = (field: z.ZodType, text: string): boolean => field.safeParse(text).success;
const isDayName = /\.(date|day|from|to|today|due|dueDate|since|until|expectedBy|\w+On|\w+Date)$/;

test('every field that is named like a day takes days alone, and none that the calendar does not have', () => {
  const days = fields.filter(({ path }) => isDayName.test(path));
  const wrong = days.filter(({ field }) => !takes(field, '2026-02-28') || takes(field, '2026-02-31'));
  expect(wrong.map(({ path }) => path)).toEqual([]);
  expect(days.length).toBeGreaterThan(60);
});

test('every field that takes a day and not any text knows the calendar', () => {
  const days = fields.filter(({ field }) => takes(field, '2024-02-29') && !takes(field, 'kapan'));
  const wrong = days.filter(({ field }) =>
    ['2026-02-29', '2026-02-31', '2026-13-01', '2026-1-1'].some((text) => takes(field, text)),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});
