import type { Dice } from './dice.ts';

/**
 * Texts that trouble careless code: controls, surrogates, directions, combining marks, paths, markup, templates,
 * numbers.
 */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  '\t\r\n',
  '\u0000',
  'a\u0000b',
  '\u2028\u2029',
  '\ufeffawal',
  '\ud800',
  'x\udc00y',
  '\ud83d\ude00\ud83d',
  '\u202eterbalik\u202c',
  'e\u0301\u0301\u0301\u0301',
  'Ｄａｍａｒ',
  'ﷺ',
  'İıſß',
  '👩‍👩‍👧‍👦',
  '\u0627\u0644\u0639\u0631\u0628\u064a\u0629',
  '𝒳'.repeat(100),
  'a\u0300'.repeat(150),
  '../../etc/passwd',
  '..\\..\\windows',
  'C:\\CON',
  'nama/dengan/garis',
  '.',
  '..',
  '~',
  "'; DROP TABLE acts; --",
  '" OR 1=1 --',
  '%',
  '_%_',
  '*',
  'NEAR("a" "b", 3)',
  '"tidak ditutup',
  'AND OR NOT',
  '<script>alert(1)</script>',
  '<img src=x onerror=1>',
  '&amp;&#x3c;',
  '$' + '{1+1}',
  '{nomor}{nomor}{tahun}',
  '{{7*7}}',
  '%s%n%x',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e309',
  '0x10',
  '999999999999999999999999',
  '__proto__',
  'constructor',
  'toString',
  '{"a":1}',
  '[]',
  '"',
  '\\',
  '\\u0000',
  '{"type":"doc","content":[{"type":"text","text":"isi"}]}',
  'x'.repeat(300),
  'x'.repeat(301),
  'ab '.repeat(6000),
];

/** Days at and beyond the borders of the calendar, and texts that nearly are days or times. */
export const oddDays: readonly string[] = [
  '2026-04-22',
  '2026-05-06',
  '2026-02-28',
  '2024-02-29',
  '2026-02-29',
  '2026-12-31',
  '1970-01-01',
  '0001-01-01',
  '9999-12-31',
  '0000-00-00',
  '2026-13-01',
  '2026-00-10',
  '2026-04-31',
  '-001-01-01',
  '2026-4-2',
  '2026-04-22T00:00:00.000Z',
  '٢٠٢٦-٠٤-٢٢',
  '09:00',
  '23:59',
  '24:00',
  '00:00',
  '9:00',
];

export const oddNumbers: readonly number[] = [
  0,
  1,
  -1,
  -0,
  2,
  3,
  7,
  59,
  60,
  200,
  255,
  256,
  1000,
  4096,
  65_535,
  262_144,
  1_000_000,
  1_048_576,
  1_048_577,
  5_000_000,
  20_000_000,
  100_000_000,
  400_000_000,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 32,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  -(2 ** 53),
  0.5,
  1.0000001,
  1e308,
  5e-324,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

class Stranger {
  readonly name = 'asing';
}

const own = (entries: readonly (readonly [string, unknown])[]): object => {
  const made = {};
  for (const [key, value] of entries)
    Object.defineProperty(made, key, { value, enumerable: true, writable: true, configurable: true });
  return made;
};

const nested = (depth: number, wrap: (inner: unknown) => unknown): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = wrap(value);
  return value;
};

const circle = (): unknown => {
  const made: Record<string, unknown> = {};
  made.self = made;
  return made;
};

const withGetter = (): object => ({
  get caseId(): string {
    throw new Error('a getter was called');
  },
});

/** Values that no message could carry, or none should: made anew each time, so that no call can spoil them. */
const strangeMakers: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => 10n,
  () => Symbol('s'),
  () => () => 1,
  () => new Date(0),
  () => new Date(Number.NaN),
  () => /x/g,
  () => new Map([['caseId', 'x']]),
  () => new Set([1]),
  () => new Stranger(),
  () => new Error('x'),
  () => Promise.resolve(1),
  () => new ArrayBuffer(8),
  () => new Uint16Array(4),
  () => new Uint8Array(new SharedArrayBuffer(8)),
  () => Buffer.from('buffer'),
  () => new String('kotak'),
  () => new Number(1),
  () => new Array(2 ** 31),
  () => Object.assign([1], { length: 3 }),
  () => Object.assign([1], { extra: 1 }),
  () => Object.create(null),
  () => Object.create({ caseId: 'x' }),
  () => own([['__proto__', { admin: true }]]),
  () => own([['constructor', { prototype: {} }]]),
  () => JSON.parse('{"__proto__":{"x":1}}'),
  () => ({ toString: null, valueOf: null }),
  () => own([['then', 'x']]),
  () => ({ toJSON: 'x' }),
  () => ({ [Symbol.toPrimitive]: 1 }),
  withGetter,
  circle,
  () => nested(31, (a) => [a]),
  () => nested(33, (a) => ({ a })),
  () => nested(5000, (a) => [a]),
];

// Large ones are made once: a fuzz run would spend its time on them.
const largeMakers: readonly (() => unknown)[] = [
  () => new Array(200_001).fill(0),
  () => 'x'.repeat(8_000_001),
  () => new Uint8Array(2_000_001),
  () => Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`k${i}`, i])),
];
const large = new Map<number, unknown>();
const largeAt = (index: number): unknown => {
  if (!large.has(index)) large.set(index, largeMakers[index]?.());
  return large.get(index);
};

/** A value of any kind. One in five hundred is large. */
export const garbage = (dice: Dice): unknown => {
  if (dice.int(500) === 0) return largeAt(dice.int(largeMakers.length));
  switch (dice.int(6)) {
    case 0:
      return dice.pick(oddTexts);
    case 1:
      return dice.pick(oddNumbers);
    case 2:
      return Array.from({ length: dice.int(5) }, () => garbage(dice));
    case 3:
      return own(Array.from({ length: dice.int(5) }, () => [dice.pick(oddTexts), garbage(dice)] as const));
    default:
      return dice.pick(strangeMakers)();
  }
};
