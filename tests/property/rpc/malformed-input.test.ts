import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../../electron/backend/crypto/random.ts';
import { createReauthentication } from '../../../electron/backend/rpc/reauthentication.ts';
import { type AnyHandler, createServer } from '../../../electron/backend/rpc/server.ts';
import { contract } from '../../../shared/contract/index.ts';
import type { AnyMethod } from '../../../shared/contract/method.ts';
import { ok } from '../../../shared/kernel/result.ts';

/** Names that inputs really have, so that some parts of a malformed input are right. */
const namesOf = (schema: unknown): string[] =>
  typeof schema === 'object' && schema !== null && 'shape' in schema ? Object.keys(schema.shape as object) : [];

const trickNames = ['__proto__', 'constructor', 'prototype', 'toString', 'length', ''];

const malformed = (schema: unknown): fc.Arbitrary<unknown> => {
  const name = fc.constantFrom(...namesOf(schema), ...trickNames);
  const value = fc.oneof(
    fc.anything({
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withBigInt: true,
      withNullPrototype: true,
      withSparseArray: true,
      withObjectString: true,
    }),
    fc.string({ unit: 'binary', maxLength: 2000 }),
    fc.constantFrom(
      Number.NaN,
      Infinity,
      -0,
      2 ** 53,
      '\u0000',
      '../../etc/passwd',
      "'; DROP TABLE acts; --",
      '\ud800',
    ),
    fc.array(fc.constant(null), { maxLength: 3000 }),
  );
  const pairs = fc.array(fc.tuple(name, value), { maxLength: 6 });
  const object = pairs.map((entries) => {
    const made = {};
    for (const [key, entry] of entries)
      Object.defineProperty(made, key, { value: entry, enumerable: true, writable: true, configurable: true });
    return made;
  });
  return fc.oneof(object, value);
};

const make = (name: string, method: AnyMethod) => {
  const reached: unknown[] = [];
  const handler: AnyHandler<null> = (input) => {
    reached.push(input);
    return ok(null);
  };
  const server = createServer({
    contract: { [name]: { ...method, needs: { session: method.needs.session } } },
    handlers: { [name]: handler },
    context: null,
    isUnlocked: () => true,
    reauthentication: createReauthentication({ now: () => 0 }, systemRandom),
    log: { error: () => undefined },
    checkOutput: false,
  });
  return { server, reached };
};

describe('malformed input', () => {
  it.each(Object.entries(contract) as [string, AnyMethod][])(
    '%s lets nothing through that its schema refuses',
    async (name, method) => {
      const { server, reached } = make(name, method);
      await fc.assert(
        fc.asyncProperty(malformed(method.input), async (input) => {
          const before = reached.length;
          const response = await server.handle({ id: 1, method: name, input });
          expect(response?.id).toBe(1);
          if (reached.length === before) {
            expect(response?.result).toMatchObject({ ok: false, error: { code: 'invalidInput' } });
          } else {
            expect(method.input.safeParse(input).success).toBe(true);
            expect(response?.result).toEqual(ok(null));
          }
        }),
        { numRuns: 1000 },
      );
    },
  );
});
