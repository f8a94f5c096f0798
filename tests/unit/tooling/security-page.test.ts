import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');

/** Tests that the page names as proofs, such as `integration/audit`. */
const named = [...page.matchAll(/\b(?:unit|integration|property|e2e|fault)\/[\w/-]+/g)].map(([path]) => path);

const exists = (path: string): boolean =>
  ['', '.test.ts', '.e2e.ts'].some((ending) => existsSync(join(root, 'tests', `${path}${ending}`)));

describe('the page on security', () => {
  it('names a proof for each lie', () => {
    expect(named.length).toBeGreaterThan(10);
  });

  it.each(named)('and %s is there', (path) => {
    expect(exists(path)).toBe(true);
  });
});
