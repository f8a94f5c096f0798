import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { numberSentences } from '../../../scripts/lib/sentences.mjs';
import { differences, readSourceTable, tableFaults, tallyOf } from '../../../scripts/lib/source-table.mjs';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const textsOf = (text: string): string[] => numberSentences(text).map((sentence) => sentence.text);

describe('sentences', () => {
  it('end where another begins, and not after initials, "No." or the letter of a list', () => {
    expect(textsOf('Satu.  Dua\u00a0kata? “Tiga!” Empat')).toEqual(['Satu.', 'Dua kata?', '“Tiga!”', 'Empat']);
    expect(textsOf('UU No. 5 oleh M. Iqbal, S.H.I. Sudah.')).toEqual(['UU No. 5 oleh M. Iqbal, S.H.I. Sudah.']);
    expect(textsOf('Ada: a. satu; b. dua. c. Tiga. (d) Empat.')).toEqual([
      'Ada: a. satu; b. dua.',
      'c. Tiga.',
      '(d) Empat.',
    ]);
  });

  it('are numbered over all lines, without numbers of items and lines that say nothing', () => {
    expect(numberSentences('  1. Butir\r\n \n***\nJudul').map(({ number, text }) => [number, text])).toEqual([
      [1, 'Butir'],
      [2, 'Judul'],
    ]);
    expect(numberSentences('Butir')[0]?.hash).toBe(numberSentences(' Butir ')[0]?.hash);
    expect(numberSentences('Butir')[0]?.hash).toMatch(/^[0-9a-f]{8}$/);
  });
});

describe('the reader of the table', () => {
  const [one, two, three] = numberSentences('Satu.\nDua.\nTiga.').map(({ hash }) => hash);
  const written = (narrative: string): string =>
    [
      '## sample: 3 sentences',
      '### Held',
      '| sentence | asks | lives in | test |',
      `| sample:1 \`${one}\` | something | \`a/b.ts\` \`name\` | \`t.test.ts\` › it holds<br>\`u.test.ts\` › so does it |`,
      '### Not held yet',
      `| sample:2 \`${two}\` | something else |`,
      '### Narrative',
      `| ${narrative} | a title |`,
    ].join('\n');

  it('reads rows, places and tests, and finds nothing wrong', () => {
    const table = readSourceTable(written(`sample:3 \`${three}\``));
    expect(table.held[0]?.places).toEqual(['a/b.ts', 'name']);
    expect(table.held[0]?.tests).toEqual([
      { path: 't.test.ts', title: 'it holds' },
      { path: 'u.test.ts', title: 'so does it' },
    ]);
    expect(tallyOf(table)).toEqual({ sentences: 3, rows: 1, held: 1, open: 1, narrative: 1 });
    expect(tableFaults(table)).toEqual([]);
    expect(differences(table, new Map([['sample', numberSentences('Satu.\nDua.\nTiga.')]]))).toEqual([]);
  });

  it('finds a sentence that stands nowhere, that there is not, that is narrative and more, or has two hashes', () => {
    const faults = (narrative: string): string[] => tableFaults(readSourceTable(written(narrative)));
    expect(faults(`sample:4 \`${three}\``)).toEqual(['sample:3 stands nowhere', 'sample:4 is no sentence']);
    expect(faults(`sample:3 \`${three}\`, sample:1 \`${two}\``)).toEqual([
      'sample:1 is narrative, and more',
      'sample:1 has two hashes',
    ]);
  });

  it('finds where the texts differ', () => {
    const table = readSourceTable(written(`sample:3 \`${three}\``));
    const other = new Map([['sample', numberSentences('Satu.\nLain.\nTiga.\nEmpat.')]]);
    expect(differences(table, other)).toEqual([
      'sample has 4 sentences, the table 3',
      `sample:2 reads otherwise than ${two}`,
    ]);
  });
});

describe('docs/sources.md', () => {
  const table = readSourceTable(read('docs/sources.md'));

  it('has each sentence of the five sources, as a row, as not held yet or as narrative', () => {
    expect([...table.counts.keys()]).toEqual(['brief', 'article', 'practice', 'strategy', 'magang']);
    expect(tableFaults(table)).toEqual([]);
    expect([...table.open, ...table.narrative].filter(({ text }) => text.trim() === '')).toEqual([]);
  });

  it('says of each row what is asked, where it lives, and which test holds it', () => {
    for (const { cited, asks, places, tests } of table.held) {
      const row = cited.map(({ name, number }) => `${name}:${number}`).join(', ');
      expect(asks, row).not.toBe('');
      expect(tests, row).not.toEqual([]);
      const paths = places.filter((place) => place.includes('/'));
      expect(paths, row).not.toEqual([]);
      expect(
        paths.filter((path) => !existsSync(join(root, path))),
        row,
      ).toEqual([]);
      const texts = paths.map(read).join('\n');
      expect(
        places.filter((place) => !place.includes('/') && !texts.includes(place)),
        row,
      ).toEqual([]);
    }
  });

  it('names tests that there are', () => {
    const lost = table.held
      .flatMap(({ tests }) => tests)
      .filter(({ path, title }) => {
        const text = existsSync(join(root, path)) ? read(path) : '';
        return !["'", '"', '`'].some((quote) => text.includes(quote + title + quote));
      });
    expect(lost).toEqual([]);
  });

  it('leaves no more open than it says', () => {
    expect(tallyOf(table).open).toBe(0);
  });
});
