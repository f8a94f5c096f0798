import { contract, type MethodName } from '@shared/contract/index.ts';
import { changesOf } from '@shared/contract/method.ts';
import { programmePapers } from '@shared/domain/documents/kind.ts';
import { printableKinds, printableTitle } from '@shared/domain/documents/printable.ts';
import { packageKinds } from '@shared/domain/package/manifest.ts';
import { benefitCounts, guidanceCounts } from '@shared/domain/programme/figures.ts';
import programme from '@shared/i18n/id/programme.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

// law: noRanking. Nothing of the contract ranks those who are guided, or gives what is said or counted of them to
// ratings, allowances, promotion or discipline: read from the schemas of every call, so a new one is judged too.

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly additionalProperties?: Schema | boolean;
}

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Schema =>
  z.toJSONSchema(schema, { unrepresentable: 'any', io, reused: 'inline' }) as Schema;

/** Every object in a schema, with its path. */
const objectsIn = (schema: Schema | boolean | undefined, path: string): { path: string; schema: Schema }[] => {
  if (schema === undefined || typeof schema === 'boolean') return [];
  const { properties = {}, items, anyOf = [], oneOf = [], additionalProperties } = schema;
  return [
    ...(schema.properties === undefined ? [] : [{ path, schema }]),
    ...Object.entries(properties).flatMap(([name, inner]) => objectsIn(inner, `${path}.${name}`)),
    ...[items, additionalProperties, ...anyOf, ...oneOf].flatMap((inner) => objectsIn(inner, path)),
  ];
};

const methods = Object.keys(contract) as MethodName[];
const namesPerson = /^(name|nip|person|personId|employee|employeeName|participants?|leader|coachee|mentee)$/;
const figureNames = new Set<string>([
  ...guidanceCounts.filter((key) => key !== 'open'),
  ...benefitCounts,
  'goalsMet',
  'goals',
  'sessions',
  'sessionsHeld',
  'benefits',
  'obstacles',
]);
const isFigure = (schema: Schema | undefined): boolean =>
  [schema, ...(schema?.anyOf ?? [])].some((one) =>
    ['integer', 'number'].includes((one as { type?: string })?.type ?? ''),
  );

/** Objects that say of a person how much of coaching or mentoring there was, or how it ended. */
const figuresByName = (method: MethodName): string[] =>
  objectsIn(schemaOf(contract[method].output, 'output'), method)
    .filter(({ schema: { properties = {} } }) => {
      const names = Object.keys(properties);
      return (
        names.some((name) => namesPerson.test(name)) &&
        names.some((name) => figureNames.has(name) && isFigure(properties[name]))
      );
    })
    .map(({ path }) => path);

describe('figures of coaching and mentoring', () => {
  it('stand by name in the list of the own files alone, to whoever is a party of them', () => {
    expect(methods.flatMap(figuresByName)).toEqual(['guidance.list']);
  });

  // The attack: a list of people in the order of what they reached.
  it('order no list: what a list can be sorted by is no figure of guidance', () => {
    const orders = methods.flatMap((method) =>
      objectsIn(schemaOf(contract[method].input, 'input'), method).flatMap(({ path, schema: { properties = {} } }) =>
        Object.entries(properties)
          .filter(([name]) => /sort|order|ranking|rankBy/i.test(name))
          .map(([name, { enum: codes = [] }]) => ({ path: `${path}.${name}`, codes })),
      ),
    );
    expect(orders.map(({ path }) => path).filter((path) => /^(guidance|programme)\./.test(path))).toEqual([]);
    expect(orders.flatMap(({ codes }) => codes).filter((code) => figureNames.has(String(code)))).toEqual([]);
  });

  it('leave by one call alone, sealed, and no call takes them to a rating, an allowance, a promotion or discipline', () => {
    const leaving = methods.filter(
      (method) => method.startsWith('programme.') && changesOf(contract[method]).includes('exchange'),
    );
    expect(leaving).toEqual(['programme.seal']);
    const offered = [
      ...methods,
      ...printableKinds,
      ...printableKinds.map(printableTitle),
      ...programmePapers,
      ...packageKinds,
    ];
    expect(offered.filter((name) => /skp|rating|allowance|tunjangan|promo|disciplin|rank/i.test(name))).toEqual([]);
  });

  it('answer by unit, and name nobody but whose vault sent them', () => {
    const { properties = {} } = schemaOf(contract['programme.figures'].output, 'output');
    const named = Object.keys(properties).filter((key) =>
      objectsIn(properties[key], key).some(({ schema }) =>
        Object.keys(schema.properties ?? {}).some((name) => namesPerson.test(name)),
      ),
    );
    expect(named).toEqual(['sources']);
  });

  it('say on the page that they are no material for any of it', () => {
    for (const word of ['SKP', 'tunjangan', 'promosi', 'disiplin', 'memeringkat'])
      expect(programme.programme.notForRating).toContain(word);
  });
});
