import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorNumber, errorNumbers } from '@shared/i18n/error-numbers/index.ts';
import { describe, expect, it } from 'vitest';
import { failureNumber } from '../../../renderer/lib/failure-text.ts';

const project = resolve(import.meta.dirname, '../../..');
const areas = join(project, 'shared/i18n/id');

/** Names of all texts of errors, as the areas of texts have them. */
const errorNames = (): string[] =>
  readdirSync(areas).flatMap((area) => {
    const { errors } = JSON.parse(readFileSync(join(areas, area), 'utf8')) as { errors?: Record<string, string> };
    return Object.keys(errors ?? {});
  });

describe('numbers of errors', () => {
  it('has one for each text of an error, and none for anything else', () => {
    expect(Object.keys(errorNumbers).sort()).toEqual(errorNames().sort());
  });

  it('gives each number once', () => {
    const numbers = Object.values(errorNumbers);
    expect(numbers.length - new Set(numbers).size).toBe(0);
  });

  // The list in docs/ is what others look a number up in: a number that changed its meaning shows here.
  it('is listed for who is asked', () => {
    const listed = [...readFileSync(join(project, 'docs/errors.md'), 'utf8').matchAll(/^\| (\d+) \| `(\w+)` \|$/gm)];
    const known = Object.entries(errorNumbers).sort(([, a], [, b]) => a - b);
    expect(listed.map(([, number, name]) => [name, Number(number)])).toEqual(known);
  });

  it('quotes the number of the text that is shown', () => {
    expect(failureNumber({ code: 'wrongPassphrase' })).toBe(errorNumbers.wrongPassphrase);
    expect(failureNumber({ code: 'invalidInput', details: { unit: 'entries' } })).toBe(errorNumbers.inputTooMany);
    for (const code of ['toString', 'neverHeardOf']) expect(errorNumber(code)).toBe(errorNumbers.internal);
  });
});
