// Reads docs/sources.md: which sentences of the sources a row holds, which are open and which are narrative.

/** @typedef {{ readonly name: string, readonly number: number, readonly hash: string }} Cited */
/** @typedef {{ readonly path: string, readonly title: string }} Held */
/** @typedef {{ cited: Cited[], asks: string, places: string[], tests: Held[] }} HeldRow */
/** @typedef {{ cited: Cited[], text: string }} Row */
/** @typedef {{ counts: Map<string, number>, held: HeldRow[], open: Row[], narrative: Row[] }} SourceTable */
/** @typedef {import('./sentences.mjs').Sentence} Sentence */

/** @param {string} cell @returns {Cited[]} */
const citedIn = (cell) =>
  [...cell.matchAll(/(\w+):(\d+) `([0-9a-f]{8})`/g)].map(([, name, number, hash]) => ({
    name,
    number: Number(number),
    hash,
  }));

/** Paths and names in back quotes. @param {string} cell */
const quotedIn = (cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, quoted]) => quoted);

/** `path` › title, several apart by `<br>`. @param {string} cell @returns {Held[]} */
const testsIn = (cell) =>
  cell.split('<br>').flatMap((part) => {
    const [, path, title] = /^`([^`]+)` › (.+)$/.exec(part.trim()) ?? [];
    return path === undefined ? [] : [{ path, title }];
  });

/**
 * The table as it is written: `## name: N sentences`, below it `### Held`, `### Not held yet` and `### Narrative`, each
 * with rows whose first cell cites sentences as `name:number` and the hash in back quotes.
 * @param {string} text
 * @returns {SourceTable}
 */
export const readSourceTable = (text) => {
  /** @type {SourceTable} */
  const table = { counts: new Map(), held: [], open: [], narrative: [] };
  let part = '';
  for (const line of text.split('\n')) {
    const count = /^## (\w+): (\d+) sentences$/.exec(line);
    if (count) table.counts.set(count[1], Number(count[2]));
    if (/^#{2,3} /.test(line)) part = line.replace(/^#+ /, '');
    const cells = line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
    const cited = line.startsWith('| ') ? citedIn(cells[0]) : [];
    if (cited.length === 0) continue;
    if (part === 'Held')
      table.held.push({
        cited,
        asks: cells[1] ?? '',
        places: quotedIn(cells[2] ?? ''),
        tests: testsIn(cells[3] ?? ''),
      });
    else (part === 'Narrative' ? table.narrative : table.open).push({ cited, text: cells.slice(1).join(' | ') });
  }
  return table;
};

/** @param {Row[] | HeldRow[]} rows */
const namesOf = (rows) => new Set(rows.flatMap(({ cited }) => cited.map(({ name, number }) => `${name}:${number}`)));

/** How many sentences are held, open and narrative; one that is open in part only is both held and open. */
export const tallyOf = (/** @type {SourceTable} */ { counts, held, open, narrative }) => ({
  sentences: [...counts.values()].reduce((sum, count) => sum + count, 0),
  rows: held.length,
  held: namesOf(held).size,
  open: namesOf(open).size,
  narrative: namesOf(narrative).size,
});

/**
 * What is wrong with the numbers of the table alone: a sentence that stands nowhere, that is narrative and more, that
 * there is not, or that has two hashes.
 * @param {SourceTable} table
 * @returns {string[]}
 */
export const tableFaults = (table) => {
  const all = [...table.held, ...table.open, ...table.narrative].flatMap(({ cited }) => cited);
  const hashes = new Map(all.map(({ name, number, hash }) => [`${name}:${number}`, hash]));
  const asked = new Set([...namesOf(table.held), ...namesOf(table.open)]);
  const told = table.narrative.flatMap(({ cited }) => cited.map(({ name, number }) => `${name}:${number}`));
  const known = new Set(
    [...table.counts].flatMap(([name, count]) => Array.from({ length: count }, (_, index) => `${name}:${index + 1}`)),
  );
  return [
    ...[...known].filter((id) => !hashes.has(id)).map((id) => `${id} stands nowhere`),
    ...[...hashes.keys()].filter((id) => !known.has(id)).map((id) => `${id} is no sentence`),
    ...told
      .filter((id, index) => asked.has(id) || told.indexOf(id) !== index)
      .map((id) => `${id} is narrative, and more`),
    ...all
      .filter(({ name, number, hash }) => hashes.get(`${name}:${number}`) !== hash)
      .map(({ name, number }) => `${name}:${number} has two hashes`),
  ];
};

/**
 * Where the table and the sources themselves differ.
 * @param {SourceTable} table
 * @param {ReadonlyMap<string, readonly Sentence[]>} sources
 * @returns {string[]}
 */
export const differences = (table, sources) => [
  ...[...sources]
    .filter(([name, sentences]) => table.counts.get(name) !== sentences.length)
    .map(
      ([name, sentences]) => `${name} has ${sentences.length} sentences, the table ${table.counts.get(name) ?? 'none'}`,
    ),
  ...[...table.counts.keys()].filter((name) => !sources.has(name)).map((name) => `${name} is no source`),
  ...[...table.held, ...table.open, ...table.narrative]
    .flatMap(({ cited }) => cited)
    .filter(({ name, number, hash }) => sources.get(name)?.[number - 1]?.hash !== hash)
    .map(({ name, number, hash }) => `${name}:${number} reads otherwise than ${hash}`),
];
