import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { guidanceKinds } from '../../../shared/domain/guidance/record.ts';

it.each(['id', 'en'])('each kind of file says in words by whom it is led (%s)', (language) => {
  const path = resolve(import.meta.dirname, '../../../shared/i18n', language, 'guidance.json');
  const { guidance } = JSON.parse(readFileSync(path, 'utf8'));
  expect(Object.keys(guidance.ledBy).sort()).toEqual([...guidanceKinds].sort());
});
