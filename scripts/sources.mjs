// npm run sources -- DIR [--list]: checks docs/sources.md against the texts of the sources, which are not part of the
// repository. DIR holds them beside a README that names them. With --list: prints their sentences, each with its number
// and hash, as the table cites them.
import { readFileSync } from 'node:fs';
import { inProject } from './lib/paths.mjs';
import { runMain, SetupError } from './lib/report.mjs';
import { readSources } from './lib/sentences.mjs';
import { differences, readSourceTable, tableFaults, tallyOf } from './lib/source-table.mjs';

const print = (line) => process.stdout.write(`${line}\n`);

await runMain(() => {
  const [folder, list] = process.argv.slice(2);
  if (folder === undefined) throw new SetupError('No folder of sources was named.', 'npm run sources -- DIR [--list]');
  const sources = readSources(folder);
  if (list === '--list') {
    for (const [name, sentences] of sources)
      for (const { number, hash, text } of sentences) print(`${name}:${number} \`${hash}\` ${text}`);
    return;
  }
  const table = readSourceTable(readFileSync(inProject('docs', 'sources.md'), 'utf8'));
  const faults = [...tableFaults(table), ...differences(table, sources)];
  for (const fault of faults) print(fault);
  const { sentences, rows, held, open, narrative } = tallyOf(table);
  print(
    `${sentences} sentences: ${held} held by ${rows} rows, ${open} not held yet or in part, ${narrative} narrative`,
  );
  if (faults.length > 0) process.exitCode = 1;
});
