import type { z } from 'zod';
import type { Dice } from './dice.ts';
import { oddDays, oddNumbers, oddTexts } from './odd-values.ts';

/** What of a zod schema a generator looks at (https://zod.dev/packages/core). */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly keyType?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly checks?: readonly {
    readonly _zod: { readonly def: { readonly check: string; readonly [key: string]: unknown } };
  }[];
}
const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition;

/** Values that mean something, by the name of the property that they belong to. */
export interface Vocabulary {
  /** Texts that exist, and some that nearly do: `caseId`, `fileToken` … */
  readonly named: (name: string, dice: Dice) => readonly string[];
  /** Texts that people would type for a name, those beside the mark included. */
  readonly typed: (name: string) => readonly string[];
  /** Whole values for a property, where its parts alone would never fit together (ten words); null: none. */
  readonly whole: (name: string, dice: Dice) => unknown;
  /** Content of an act of a type. */
  readonly content: (type: string, dice: Dice) => unknown;
  /** Parts of an act that go together: case, type, role, what it is about. */
  readonly offer: (dice: Dice) => Readonly<Record<string, unknown>>;
}

/** Makes inputs that a schema mostly takes. */
export interface Generator {
  readonly generate: (schema: z.ZodType, dice: Dice) => unknown;
}

const limitOf = ({ checks = [] }: Definition, check: string, key: string): number | undefined => {
  const found = checks.find(({ _zod }) => _zod.def.check === check)?._zod.def[key];
  return typeof found === 'number' ? found : undefined;
};

const byteLengths = [0, 1, 3, 16, 100, 1000, 4096, 65_536];

const lengthFor = (definition: Definition, dice: Dice): number => {
  const min = limitOf(definition, 'min_length', 'minimum') ?? limitOf(definition, 'length_equals', 'length') ?? 0;
  const max = limitOf(definition, 'max_length', 'maximum') ?? limitOf(definition, 'length_equals', 'length') ?? 20;
  if (dice.int(300) === 0) return Math.min(max, 1000);
  return Math.min(max, min + dice.pick([0, 0, 1, 1, 2, 3]));
};

/** Numbers at the limits that a schema sets, and between them: no list of numbers holds a year. */
const bordersOf = (definition: Definition): readonly number[] => {
  const least = limitOf(definition, 'greater_than', 'value');
  const most = limitOf(definition, 'less_than', 'value');
  if (least === undefined || most === undefined) return [];
  return [least, least + 1, Math.floor((least + most) / 2), most - 1, most];
};

/** A generator over a vocabulary. */
export const createGenerator = (words: Vocabulary): Generator => {
  const fitting = new Map<z.ZodType, Map<string, readonly string[]>>();
  const longest = new Map<z.ZodType, string | null>();
  const numbers = new Map<z.ZodType, readonly number[]>();

  /** Those of a list that a schema takes; kept, since checking is what costs. */
  const takenBy = (schema: z.ZodType, list: string, texts: () => readonly string[]): readonly string[] => {
    const lists = fitting.get(schema) ?? new Map<string, readonly string[]>();
    fitting.set(schema, lists);
    const known = lists.get(list) ?? texts().filter((text) => schema.safeParse(text).success);
    lists.set(list, known);
    return known;
  };

  const longestText = (schema: z.ZodType): string | null => {
    const known = longest.get(schema);
    if (known !== undefined) return known;
    const max = limitOf(definitionOf(schema), 'max_length', 'maximum') ?? 100_000;
    const text = 'panjang '
      .repeat(Math.ceil(max / 8))
      .slice(0, max - 1)
      .trim();
    const made = schema.safeParse(text).success ? text : null;
    longest.set(schema, made);
    return made;
  };

  const text = (schema: z.ZodType, name: string, dice: Dice): string => {
    if (dice.int(400) === 0) return longestText(schema) ?? '';
    // What exists changes while the run goes on: it is asked for each time.
    const named = words.named(name, dice);
    if (named.length > 0 && dice.percent(85)) return dice.pick(named);
    const lists = [
      takenBy(schema, name, () => words.typed(name)),
      takenBy(schema, name, () => words.typed(name)),
      takenBy(schema, ' texts', () => oddTexts),
      takenBy(schema, ' days', () => oddDays),
      takenBy(schema, ' hex', () => [dice.hex(16), dice.hex(32)]),
    ].filter((list) => list.length > 0);
    if (lists.length === 0) return dice.percent(50) ? dice.hex(16) : dice.hex(32);
    return dice.pick(dice.pick(lists));
  };

  const number = (schema: z.ZodType, dice: Dice): number => {
    const candidates = () => [...oddNumbers, ...bordersOf(definitionOf(schema))];
    const known = numbers.get(schema) ?? candidates().filter((value) => schema.safeParse(value).success);
    numbers.set(schema, known);
    return known.length === 0 ? 1 : dice.pick(known);
  };

  const object = (shape: Readonly<Record<string, z.ZodType>>, dice: Dice): Record<string, unknown> => {
    const made: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(shape)) {
      const value = make(schema, name, dice);
      if (value !== undefined) made[name] = value;
    }
    // What an act says is typed by a property beside it.
    const isAct = 'content' in shape && 'type' in shape && definitionOf(shape.content!).type === 'record';
    if (isAct && 'capacity' in shape && dice.percent(60)) Object.assign(made, words.offer(dice));
    if (isAct) made.content = words.content(String(made.type), dice);
    return made;
  };

  const make = (schema: z.ZodType, name: string, dice: Dice): unknown => {
    const whole = words.whole(name, dice);
    if (whole !== null) return whole;
    const definition = definitionOf(schema);
    const { shape, element, innerType, options = [], items = [], values = [] } = definition;
    switch (definition.type) {
      case 'object':
        return object(shape ?? {}, dice);
      case 'array':
        return Array.from({ length: lengthFor(definition, dice) }, () => make(element!, name, dice));
      case 'tuple':
        return items.map((item) => make(item, name, dice));
      case 'nullable':
        return dice.percent(30) ? null : make(innerType!, name, dice);
      case 'optional':
      case 'default':
        return dice.percent(30) ? undefined : make(innerType!, name, dice);
      case 'union':
        return make(dice.pick(options), name, dice);
      case 'enum':
        return dice.pick(Object.values(definition.entries ?? {}));
      case 'literal':
        return dice.pick(values);
      case 'boolean':
        return dice.percent(50);
      case 'number':
        return number(schema, dice);
      case 'string':
        return text(schema, name, dice);
      case 'record':
        return Object.fromEntries(
          Array.from({ length: dice.int(4) }, () => [dice.pick(oddTexts), dice.pick(oddTexts)]),
        );
      case 'custom':
        return new Uint8Array(dice.int(200) === 0 ? 1_048_576 : dice.pick(byteLengths)).fill(dice.int(256));
      case 'pipe':
        return make(definition.in!, name, dice);
      case 'null':
        return null;
      case 'unknown':
        return dice.pick(oddTexts);
      default:
        throw new TypeError(`no values for a schema of type ${definition.type}`);
    }
  };

  return { generate: (schema, dice) => make(schema, '', dice) };
};
