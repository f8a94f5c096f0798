import { describe, expect, it } from 'vitest';
import { inputLimits, isWithinLimits } from '../../../electron/backend/rpc/input-limits.ts';

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = { a: value };
  return value;
};

const withOwn = (name: string): object => Object.defineProperty({}, name, { value: 1, enumerable: true });

describe('isWithinLimits', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a plain tree', { a: [1, 'dua', { b: null, c: undefined }], bytes: new Uint8Array(4) }],
    ['an object without prototype', Object.assign(Object.create(null), { a: 1 })],
    ['the deepest tree', nested(inputLimits.depth)],
    ['a text with pairs of surrogates', { 'a😀': '👩‍👩‍👧‍👦' }],
    ['the longest text', 'x'.repeat(inputLimits.text)],
    ['the longest bytes', new Uint8Array(inputLimits.bytes)],
  ])('accepts %s', (_name, input) => {
    expect(isWithinLimits(input)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['a deeper tree', nested(inputLimits.depth + 1)],
    ['a longer text', ['x'.repeat(inputLimits.text), 'x']],
    ['half a character', { a: ['x\ud83d'] }],
    ['half a character as a name', { '\udc00': 1 }],
    ['more bytes', [new Uint8Array(inputLimits.bytes), new Uint8Array(1)]],
    ['more values', Array.from({ length: inputLimits.values }, () => 0)],
    ['a sparse array', Object.assign([], { length: 4_000_000_000 })],
    ['an array with a hole', Object.assign([1], { length: 2 })],
    ['an array with a named property', Object.assign([1], { name: 1 })],
    ['an own __proto__', withOwn('__proto__')],
    ['an own constructor', { a: withOwn('constructor') }],
    ['an own prototype', [withOwn('prototype')]],
    ['another prototype', Object.create({ inherited: 1 })],
    ['a getter', Object.defineProperty({}, 'a', { get: () => 1, enumerable: true })],
    ['a symbol as name', { [Symbol('a')]: 1 }],
    ['a symbol', Symbol('a')],
    ['a function', () => 1],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['a set', new Set([1])],
    ['an expression', /a/],
    ['an error', new Error('a')],
    ['a buffer', Buffer.from('a')],
    ['an array buffer', new ArrayBuffer(1)],
    ['other typed arrays', new Float64Array(1)],
    ['shared bytes', new Uint8Array(new SharedArrayBuffer(1))],
  ])('refuses %s', (_name, input) => {
    expect(isWithinLimits(input)).toBe(false);
  });

  it('ends on a tree that holds itself', () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(isWithinLimits(loop)).toBe(false);
  });
});
