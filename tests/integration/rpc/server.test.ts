import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { LogEntry } from '../../../electron/backend/rpc/log.ts';
import {
  type AnyHandler,
  type Calls,
  createServer,
  nothingTyped,
  type Server,
  type ToConfirm,
  type Typed,
} from '../../../electron/backend/rpc/server.ts';
import { type Area, command, query, type WireError } from '../../../shared/contract/method.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';

const contract = {
  'test.echo': query({
    input: z.strictObject({ text: z.string().max(10) }),
    output: z.strictObject({ text: z.string() }),
    errors: ['sold'],
    needs: { session: 'none' },
  }),
  'test.secret': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked', confirmation: 'press' },
    changes: ['notes', 'overview'],
  }),
  'test.mute': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: ['sold'],
    needs: { session: 'none' },
    changes: ['notes'],
  }),
  'test.change': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'none' },
    changes: ['case'],
  }),
  'test.unbuilt': query({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'none' },
  }),
};

type Echo = (input: { text: string }) => unknown;

type Confirm = (call: ToConfirm) => Promise<Result<Typed, WireError>>;

const make = (options: { echo?: Echo; checkOutput?: boolean; confirm?: Confirm } = {}) => {
  const state = { unlocked: false, secrets: 0 };
  const logged: LogEntry[] = [];
  const said: (readonly Area[])[] = [];
  const asked: ToConfirm[] = [];
  const confirm: Confirm = options.confirm ?? (async () => ok(nothingTyped));
  const echo: Echo = options.echo ?? (({ text }) => ok({ text }));
  const server = createServer({
    contract,
    handlers: {
      'test.echo': echo as AnyHandler<null>,
      'test.secret': () => {
        state.secrets += 1;
        return ok({});
      },
      'test.mute': () => fail('sold'),
      'test.change': () => ok({}),
      'test.undeclared': () => ok({}),
    },
    context: null,
    isUnlocked: () => state.unlocked,
    changed: (areas) => said.push(areas),
    confirm: (toConfirm) => {
      asked.push(toConfirm);
      return confirm(toConfirm);
    },
    log: { error: (entry) => logged.push(entry) },
    checkOutput: options.checkOutput ?? true,
  });
  const call = async (name: string, input: unknown) => (await server.handle({ id: 7, method: name, input }))?.result;
  return { server, state, logged, said, asked, call };
};

describe('a server that has all calls later', () => {
  const later = (all: () => Promise<Calls<null>>) =>
    createServer({
      contract: { 'test.echo': contract['test.echo'], 'test.secret': contract['test.secret'] },
      handlers: { 'test.echo': ({ text }: { text: string }) => ok({ text }) },
      all,
      context: null,
      isUnlocked: () => false,
      changed: () => undefined,
      confirm: async () => ok(nothingTyped),
      log: { error: () => undefined },
      checkOutput: true,
    });
  const all: Calls<null> = { contract, handlers: { 'test.secret': () => ok({}), 'test.undeclared': () => ok({}) } };
  const ask = async (server: Server, method: string, input: unknown = {}) =>
    (await server.handle({ id: 1, method, input }))?.result;

  it('answers the first ones without them', async () => {
    const server = later(() => Promise.reject(new Error('not yet')));
    expect(await ask(server, 'test.echo', { text: 'halo' })).toEqual({ ok: true, value: { text: 'halo' } });
    expect(await ask(server, 'test.echo', { text: 1 })).toMatchObject({ error: { code: 'invalidInput' } });
  });

  it('judges every other one when they have come, as if they had been there', async () => {
    let come: (calls: Calls<null>) => void = () => undefined;
    const coming = new Promise<Calls<null>>((resolve) => {
      come = resolve;
    });
    const server = later(() => coming);
    const names = ['test.secret', 'test.unbuilt', 'test.undeclared', 'test.nowhere', 'constructor'];
    const answers = Promise.all(names.map((name) => ask(server, name)));
    expect(server.pending()).toBe(names.length);
    come(all);
    expect(await answers).toMatchObject([
      { error: { code: 'locked' } },
      ...names.slice(1).map(() => ({ error: { code: 'unknownMethod' } })),
    ]);
    expect(server.pending()).toBe(0);
  });

  it('answers an error of its own when they cannot be loaded', async () => {
    const server = later(() => Promise.reject(new Error('no such file')));
    expect(await ask(server, 'test.secret')).toEqual({ ok: false, error: { code: 'internal' } });
  });
});

describe('the server', () => {
  it('answers a good request under its id', async () => {
    const { server } = make();
    expect(await server.handle({ id: 3, method: 'test.echo', input: { text: 'halo' } })).toEqual({
      id: 3,
      result: { ok: true, value: { text: 'halo' } },
    });
  });

  it('tells what a command changed that succeeded, before its answer', async () => {
    const { state, said, call } = make();
    state.unlocked = true;
    const answered = call('test.secret', {}).then(() => [...said]);
    expect(await answered).toEqual([['notes', 'overview']]);
  });

  it('tells of no change when a command fails or a query answers', async () => {
    const { said, call } = make();
    expect(await call('test.mute', {})).toEqual({ ok: false, error: { code: 'sold' } });
    await call('test.secret', {});
    await call('test.echo', { text: 'halo' });
    expect(said).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'test.echo'],
    ['an array', [1, 'test.echo', {}]],
    ['no id', { method: 'test.echo', input: {} }],
    ['a fractional id', { id: 1.5, method: 'test.echo', input: {} }],
    ['a text as id', { id: '1', method: 'test.echo', input: {} }],
    ['no method', { id: 1, input: {} }],
    ['a method that is no text', { id: 1, method: ['test.echo'], input: {} }],
    ['a token of 0.3', { id: 1, method: 'test.echo', input: {}, reauthentication: 'a' }],
    ['a further field', { id: 1, method: 'test.echo', input: {}, session: 'unlocked' }],
    ['another prototype', Object.create({ id: 1, method: 'test.echo', input: { text: 'a' } })],
  ])('does not answer %s', async (_name, message) => {
    expect(await make().server.handle(message)).toBeNull();
  });

  it.each(['', 'test', 'test.undeclared', 'test.unbuilt', 'toString', 'constructor', '__proto__', 'hasOwnProperty'])(
    'knows no method %j',
    async (name) => {
      expect(await make().call(name, {})).toEqual({ ok: false, error: { code: 'unknownMethod' } });
    },
  );

  it('names the fields that do not fit and the limit of what is too long, not their values', async () => {
    const result = await make().call('test.echo', { text: 'rahasia yang terlalu panjang' });
    const details = { fields: ['text'], limit: 10, unit: 'characters' };
    expect(result).toEqual({ ok: false, error: { code: 'invalidInput', details } });
  });

  it.each<[string, unknown]>([
    ['a further field', { text: 'a', more: 1 }],
    ['an own __proto__', JSON.parse('{"text":"a","__proto__":{"x":1}}')],
    ['an inherited field', Object.create({ text: 'a' })],
    ['a wrong type', { text: { toString: 'a' } }],
    ['nothing', undefined],
  ])('refuses %s before the handler', async (_name, input) => {
    let calls = 0;
    const { call } = make({
      echo: () => {
        calls += 1;
        return ok({ text: '' });
      },
    });
    expect(await call('test.echo', input)).toMatchObject({ ok: false, error: { code: 'invalidInput' } });
    expect(calls).toBe(0);
  });

  it('asks for an open vault and a good input, then for the confirmation of that very input, then runs', async () => {
    const { call, state, asked } = make();
    expect(await call('test.secret', {})).toMatchObject({ error: { code: 'locked' } });
    state.unlocked = true;
    expect(await call('test.secret', { bad: 1 })).toMatchObject({ error: { code: 'invalidInput' } });
    expect(asked).toEqual([]);
    expect(await call('test.secret', {})).toEqual({ ok: true, value: {} });
    expect(asked).toEqual([{ method: 'test.secret', kind: 'press', input: {} }]);
    expect(state.secrets).toBe(1);
  });

  it('runs nothing that was not confirmed', async () => {
    const { call, state } = make({ confirm: async () => fail('notConfirmed') });
    state.unlocked = true;
    expect(await call('test.secret', {})).toMatchObject({ error: { code: 'notConfirmed' } });
    expect(state.secrets).toBe(0);
  });

  it('takes no second call to confirm and nothing that changes what is shown, until the first is answered', async () => {
    let answer: (confirmed: Result<Typed, WireError>) => void = () => undefined;
    const { call, state, asked } = make({
      confirm: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    state.unlocked = true;
    const first = call('test.secret', {});
    await expect.poll(() => asked.length).toBe(1);
    expect(await call('test.secret', {})).toMatchObject({ error: { code: 'busy' } });
    expect(await call('test.change', {})).toMatchObject({ error: { code: 'busy' } });
    expect(await call('test.echo', { text: 'halo' })).toMatchObject({ ok: true });
    expect(await call('test.mute', {})).toMatchObject({ error: { code: 'sold' } });
    answer(ok(nothingTyped));
    expect(await first).toMatchObject({ ok: true });
    expect(await call('test.change', {})).toMatchObject({ ok: true });
    expect([asked.length, state.secrets]).toEqual([1, 1]);
  });

  it('hides an exception behind `internal` and logs no text of it', async () => {
    const { call, logged } = make({
      echo: () => {
        throw new TypeError('rahasia');
      },
    });
    expect(await call('test.echo', { text: 'kata' })).toEqual({ ok: false, error: { code: 'internal' } });
    expect(logged).toMatchObject([{ method: 'test.echo', error: 'TypeError' }]);
    expect(JSON.stringify(logged)).not.toMatch(/rahasia|kata/);
  });

  it('names a full disk', async () => {
    const { call } = make({ echo: () => Promise.reject(Object.assign(new Error('x'), { code: 'SQLITE_FULL' })) });
    expect(await call('test.echo', { text: '' })).toEqual({ ok: false, error: { code: 'diskFull' } });
  });

  it('passes on a declared failure', async () => {
    const { call } = make({ echo: () => fail('sold', { count: 2 }) });
    expect(await call('test.echo', { text: '' })).toEqual({
      ok: false,
      error: { code: 'sold', details: { count: 2 } },
    });
  });

  it.each<[string, Echo]>([
    ['an output that the contract does not know', () => ok({ text: 'a', more: 1 })],
    ['a code that the contract does not know', () => fail('stolen')],
  ])('takes %s for a bug in development', async (_name, echo) => {
    expect(await make({ echo }).call('test.echo', { text: '' })).toEqual({ ok: false, error: { code: 'internal' } });
    expect(await make({ echo, checkOutput: false }).call('test.echo', { text: '' })).toEqual(echo({ text: '' }));
  });

  it('counts the calls that run', async () => {
    let release = (): void => undefined;
    const { server } = make({
      echo: () =>
        new Promise((resolve) => {
          release = () => resolve(ok({ text: '' }));
        }),
    });
    const answered = server.handle({ id: 1, method: 'test.echo', input: { text: '' } });
    expect(server.pending()).toBe(1);
    release();
    await answered;
    expect(server.pending()).toBe(0);
  });
});
