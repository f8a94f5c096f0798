/** Bounds of one input; far above what any page sends, far below what could hurt. */
export const inputLimits = {
  depth: 32,
  /** Values of all kinds together, array elements and object properties included. */
  values: 200_000,
  /** UTF-16 units of all texts and property names together. */
  text: 8_000_000,
  /** Bytes of all byte arrays together. */
  bytes: 2_000_000,
} as const;

/** Half a character (an unpaired surrogate): no file or database could hold it as it is, and no signature cover it. */
const halfCharacter = /\p{Surrogate}/u;

const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

interface Budget {
  values: number;
  text: number;
  bytes: number;
}

/** Takes an amount off the budget; false when it is used up. */
const spend = (budget: Budget, part: keyof Budget, amount: number): boolean => {
  budget[part] -= amount;
  return budget[part] >= 0;
};

type Pending = { readonly value: unknown; readonly depth: number };

const isPlainObject = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const isBytes = (value: object): value is Uint8Array =>
  Object.getPrototypeOf(value) === Uint8Array.prototype && (value as Uint8Array).buffer instanceof ArrayBuffer;

/** Takes one value off the budget and queues what it holds; false when it is not acceptable. */
const take = ({ value, depth }: Pending, budget: Budget, queue: Pending[]): boolean => {
  if (depth > inputLimits.depth || !spend(budget, 'values', 1)) return false;
  if (typeof value === 'string') return spend(budget, 'text', value.length) && !halfCharacter.test(value);
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean') return true;
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return takeArray(value, depth, budget, queue);
  if (isBytes(value)) return spend(budget, 'bytes', value.byteLength);
  return isPlainObject(value) && takeObject(value, depth, budget, queue);
};

const takeArray = (value: readonly unknown[], depth: number, budget: Budget, queue: Pending[]): boolean => {
  // A sparse array may claim billions of elements.
  if (value.length > budget.values || Object.keys(value).length !== value.length) return false;
  for (const element of value) queue.push({ value: element, depth: depth + 1 });
  return true;
};

const takeObject = (value: object, depth: number, budget: Budget, queue: Pending[]): boolean => {
  const names = Reflect.ownKeys(value);
  if (names.length > budget.values) return false;
  for (const name of names) {
    if (typeof name !== 'string' || forbiddenNames.has(name) || halfCharacter.test(name)) return false;
    const property = Object.getOwnPropertyDescriptor(value, name);
    if (property === undefined || !('value' in property)) return false;
    if (!spend(budget, 'text', name.length)) return false;
    queue.push({ value: property.value, depth: depth + 1 });
  }
  return true;
};

/**
 * True when an input is plain data within the limits: objects without special prototypes, names or
 * getters, dense arrays, well-formed texts, finite trees. Runs before the schema sees it and never calls into it.
 */
export const isWithinLimits = (input: unknown): boolean => {
  const budget: Budget = { values: inputLimits.values, text: inputLimits.text, bytes: inputLimits.bytes };
  const queue: Pending[] = [{ value: input, depth: 0 }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (!take(next, budget, queue)) return false;
  }
  return true;
};
