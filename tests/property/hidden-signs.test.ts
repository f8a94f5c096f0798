import { contract } from '@shared/contract/index.ts';
import { attachmentRefSchema, contentSchemas } from '@shared/domain/case/body.ts';
import { directorySchema } from '@shared/domain/identity/directory.ts';
import { sameName } from '@shared/domain/identity/name-words.ts';
import { personInput } from '@shared/domain/identity/person.ts';
import { typedText, withoutHiddenSigns, withoutTurningSigns } from '@shared/kernel/hidden-signs.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';

// Whatever nobody sees is taken off at the door, from every field of every record and call that names somebody.

const codes = [0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x202a, 0x202e, 0x2060, 0x2066];
const more = [0x2069, 0x2800, 0x3164, 0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0x1d173, 0xe0001, 0xe0041, 0x0, 0x1b, 0x7f, 0x9b];
const hidden = fc.constantFrom(...[...codes, ...more].map((code) => String.fromCodePoint(code)));
const runs = { numRuns: 1500, seed: 14 };

/** The text with hidden signs anywhere in it. */
const strewn = (text: string) =>
  fc
    .array(fc.string({ unit: hidden, maxLength: 3 }), { minLength: text.length + 1, maxLength: text.length + 1 })
    .map((between) => [...text].map((sign, at) => `${between[at]}${sign}`).join('') + between.at(-1));

test('a person and a file are the same with hidden signs anywhere in what was typed', () => {
  const person = {
    name: 'Budi Contoh',
    nip: '198001012005012999',
    rank: 'III/c',
    position: 'Analis',
    unit: 'Bagian A',
  };
  const block = fc.record({
    name: strewn(person.name),
    nip: strewn(person.nip),
    rank: strewn(person.rank),
    position: strewn(person.position),
    unit: strewn(person.unit),
  });
  fc.assert(
    fc.property(block, strewn('surat.pdf'), (typed, name) => {
      expect(personInput.parse({ ...typed, employmentStatus: 'pns' })).toEqual({ ...person, employmentStatus: 'pns' });
      const file = { attachmentId: '0'.repeat(32), sha256: '0'.repeat(64), name, mediaType: '', size: 1 };
      expect(attachmentRefSchema.parse(file).name).toBe('surat.pdf');
      expect(sameName(typed.name, person.name)).toBe(true);
    }),
    runs,
  );
});

test('a name of nothing but hidden signs is none', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.oneof(hidden, fc.constantFrom(' ', '\u00a0', '\u3000')) }), (name) => {
      expect(personInput.shape.name.safeParse(name).success).toBe(false);
    }),
    runs,
  );
});

test('running text turns nothing, keeps what is seen, and reading it once more changes nothing', () => {
  const shown = ['a', '👩', '💻', '🏽', '🏴', 'ش', 'ක', '1', '\u20e3'];
  const turning = ['\u202a', '\u202e', '\u2066', '\u2069', '\u200b', '\ufeff', '\u0000', '\u001b', '\u009b'];
  const sign = fc.oneof(hidden, fc.constantFrom(' ', '\n', ...shown));
  fc.assert(
    fc.property(fc.string({ unit: sign }), (text) => {
      const read = typedText(text);
      expect([...read].filter((one) => turning.includes(one))).toEqual([]);
      expect(typedText(read)).toBe(read);
      expect(withoutTurningSigns(withoutHiddenSigns(text))).toBe(withoutHiddenSigns(text));
      expect(withoutHiddenSigns(withoutHiddenSigns(text))).toBe(withoutHiddenSigns(text));
      const seen = (from: string) => [...from].filter((one) => shown.includes(one)).join('');
      expect(seen(read)).toBe(withoutHiddenSigns(text).trim() === '' ? '' : seen(text));
    }),
    runs,
  );
});

/** Every text in a schema that takes any sign, by its path. */
const textsIn = (schema: z.ZodType, path: string): (readonly [string, z.ZodType])[] => {
  if (schema instanceof z.ZodString) return [[path, schema]];
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, part]) => textsIn(part as z.ZodType, `${path}.${name}`));
  if (schema instanceof z.ZodArray) return textsIn(schema.element as z.ZodType, `${path}[]`);
  if (schema instanceof z.ZodTuple)
    return schema.def.items.flatMap((part, at) => textsIn(part as z.ZodType, `${path}[${at}]`));
  if (schema instanceof z.ZodRecord) return textsIn(schema.valueType as z.ZodType, `${path}{}`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((part) => textsIn(part as z.ZodType, path));
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return textsIn(schema.unwrap() as z.ZodType, path);
  return [];
};

/** Fields of calls that are no names: compared with what is kept, folded, secret, or the page's own. */
const others =
  /\.(\w*Id|\w*Ids\[\]|\w*Token|\w*Tokens\[\]|\w*Key|search|passphrase|newPassphrase|code|answers\[\d\]|kind|form|classification|mediaType|content|text|filter|path|state|words\[\]|ledger\.unit)$/;

const turned = 'ab\u202ec';
const lets = ([, schema]: readonly [string, z.ZodType]): boolean => schema.safeParse(turned).data === turned;

test('no field of an act, a directory or a call lets a turning sign in', () => {
  const schemas = [
    ...Object.entries(contentSchemas),
    ['directory', directorySchema] as const,
    ...Object.entries(contract).map(([name, method]) => [name, method.input] as const),
  ];
  const open = schemas.flatMap(([name, schema]) => textsIn(schema as z.ZodType, name)).filter(lets);
  expect(open.map(([path]) => path).filter((path) => !others.test(path))).toEqual([]);
});
