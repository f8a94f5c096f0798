import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

describe('what the page counts', () => {
  const [, part = ''] = /## Counted\n([\s\S]*?)\n## /.exec(page) ?? [];
  const rows = part.split('\n').filter((line) => /^\| (?!counted)/.test(line));
  const runs = readdirSync(join(root, 'tests/fault/runs'))
    .map((name) => readFileSync(join(root, 'tests/fault/runs', name), 'utf8'))
    .flatMap((text) => [...text.matchAll(/faultRun\('([\w.]+)'/g)].map(([, id]) => id));

  it('is there', () => {
    expect(rows.length).toBeGreaterThan(3);
    expect(runs.length).toBeGreaterThan(3);
  });

  it.each(rows)('has a figure and a command that is there: %s', (row) => {
    const [, , figure = '', by = ''] = row.split('|');
    expect(figure).toMatch(/\d/);
    const commands = [...by.matchAll(/`npm (?:run fault -- --only|test --) ([\w./-]+)(?: --long)?`/g)];
    expect(commands.length).toBeGreaterThan(0);
    for (const [, name = ''] of commands) expect([name, runs.includes(name) || exists(name)]).toEqual([name, true]);
  });
});
