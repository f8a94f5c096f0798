import type { Dice } from './dice.ts';
import { garbage } from './odd-values.ts';

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** A good input with one thing wrong: somewhere in it a value of another kind, one too few, one too many. */
export const breakInput = (value: unknown, dice: Dice): unknown => {
  if (Array.isArray(value) && value.length > 0 && dice.percent(70)) {
    const at = dice.int(value.length);
    return value.map((element, index) => (index === at ? breakInput(element, dice) : element));
  }
  if (!isPlain(value)) return garbage(dice);
  const names = Object.keys(value);
  const name = names.length === 0 ? '' : dice.pick(names);
  switch (names.length === 0 ? dice.int(3) + 1 : dice.int(6)) {
    case 0: {
      const { [name]: _gone, ...rest } = value;
      return rest;
    }
    case 1:
      return { ...value, [dice.pick(['lebih', 'id', 'key', 'path', 'sql', ''])]: garbage(dice) };
    case 2: {
      const made = { ...value };
      const trick = dice.pick(['__proto__', 'constructor', 'prototype']);
      Object.defineProperty(made, trick, {
        value: garbage(dice),
        enumerable: true,
        configurable: true,
        writable: true,
      });
      return made;
    }
    case 3:
      return dice.pick([[value], { value }, JSON.stringify(value), Object.assign(Object.create(null), value)]);
    default:
      return { ...value, [name]: breakInput(value[name], dice) };
  }
};
