import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const most = 120;
const ownFolders = ['docs', 'electron', 'renderer', 'resources', 'scripts', 'shared', 'tests'];

const files = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...ownFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  ),
];

/** What stands between fences is shown as it is: an empty line in its place for each. */
const withoutFenced = (text: string): string =>
  text.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ''));

/** Lines of a file, by number, that are longer than they may be. */
const longLines = (file: string, counts: (line: string) => boolean): string[] =>
  withoutFenced(readFileSync(join(root, file), 'utf8'))
    .split('\n')
    .flatMap((line, index) => (line.length > most && counts(line) ? [`${file}:${index + 1}`] : []));

const isComment = (line: string): boolean => /^\s*(\/\/|\*|\/\*)/.test(line);
/** A row of a table is one line; a path or an address cannot be broken. */
const canBreak = (line: string): boolean => !/^\s*\|/.test(line) && /\s/.test(line.trim().slice(0, most));

describe(`lines of at most ${most} characters`, () => {
  it('in comments of the code (Biome sees to the code itself)', () => {
    const code = files.filter((name) => /\.(ts|tsx|mjs|cjs|css)$/.test(name));
    expect(code.length).toBeGreaterThan(500);
    expect(code.flatMap((file) => longLines(file, isComment))).toEqual([]);
  });

  it('in what is written for people', () => {
    const texts = files.filter((name) => name.endsWith('.md'));
    expect(texts.flatMap((file) => longLines(file, canBreak))).toEqual([]);
  });
});
