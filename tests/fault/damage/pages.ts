import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countedTables } from '../../../electron/backend/db/digest/counted-tables.ts';
import { verifyPages } from '../../../electron/backend/db/verify-pages.ts';
import { databaseNames } from '../../../electron/backend/vault/check-database.ts';
import { vaultFiles } from '../../../electron/backend/vault/key-files.ts';
import { temporaryFolder } from '../../fixtures/database-deps.ts';
import { createDice, type Dice } from '../fuzz/dice.ts';
import { count, newTrials, type Trials } from '../kill/report.ts';
import { toldOf } from './found.ts';
import { type MadeVault, makeVault, openMade, workIn } from './made.ts';

const pageSize = 4096;

/** A vault in two states, and a third place for what is tried. */
interface TwoStates {
  readonly earlier: string;
  readonly later: string;
  readonly tried: MadeVault;
  /** A journal of each database that SQLite takes for its own: of a write that was cut in the earlier state. */
  readonly journals: string;
}

/** Copies the databases in the midst of a write: with next to no cache their pages are written before the commit. */
const cutWrite = (vault: MadeVault, into: string): void => {
  const open = openMade(vault);
  for (const name of databaseNames) {
    const { $client } = open[name];
    $client.pragma('cache_size = 5');
    const text =
      name === 'records'
        ? 'UPDATE attachment_chunks SET data = zeroblob(length(data))'
        : 'UPDATE notes SET plain = title';
    $client.exec(`BEGIN IMMEDIATE; ${text}`);
    copyFileSync(join(vault.dir, `${vaultFiles[name]}-journal`), join(into, `${vaultFiles[name]}-journal`));
    $client.exec('ROLLBACK');
  }
  open.close();
};

const makeStates = async (): Promise<TwoStates> => {
  const vault = await makeVault();
  const work = async (round: string): Promise<string> => {
    const open = openMade(vault);
    await workIn(open, round);
    open.close();
    const kept = temporaryFolder();
    cpSync(vault.dir, kept, { recursive: true });
    return kept;
  };
  const earlier = await work('lama');
  const journals = temporaryFolder();
  cutWrite(vault, journals);
  const later = await work('baru');
  return { earlier, later, journals, tried: { dir: temporaryFolder(), keys: vault.keys } };
};

type Name = (typeof databaseNames)[number];

/** Puts the later state in place, and changes one file of it. */
const spoil = ({ later, tried }: TwoStates, file: string, change: (file: string) => void): void => {
  rmSync(tried.dir, { recursive: true, force: true });
  cpSync(later, tried.dir, { recursive: true });
  change(join(tried.dir, file));
};

const bytesAt = (file: string, page: number): Buffer =>
  readFileSync(file).subarray((page - 1) * pageSize, page * pageSize);

const putPage = (file: string, page: number, bytes: Uint8Array): void => {
  const whole = readFileSync(file);
  whole.set(bytes, (page - 1) * pageSize);
  writeFileSync(file, whole);
};

const pagesOf = (file: string): number => readFileSync(file).length / pageSize;

/** All rows of all tables but the full-text index, as one text. */
const rowsIn = (vault: MadeVault): string => {
  const open = openMade(vault);
  try {
    return databaseNames
      .flatMap((name) => {
        const { $client } = open[name];
        const counted = countedTables($client).filter((table) => table.name !== 'meta');
        return counted.map((table) => JSON.stringify($client.prepare(`SELECT * FROM "${table.name}"`).all()));
      })
      .join('\n');
  } finally {
    open.close();
  }
};

/** Counts of how trials came out besides. */
export interface DamageReport extends Trials {
  told: number;
  /** Nothing was told, and every row is as it was. */
  harmless: number;
}

/** A trial is good when it was told, or when every row reads as it was before. */
const judge = async (report: DamageReport, what: string, states: TwoStates, whole: string): Promise<void> => {
  const told = await toldOf(states.tried);
  const thrown = told.filter((line) => line.startsWith('thrown'));
  if (told.length > 0) {
    report.told += 1;
    count(report, what, thrown);
    return;
  }
  const same = rowsIn(states.tried) === whole;
  if (same) report.harmless += 1;
  count(report, what, same ? [] : ['nothing was told, and rows are others']);
};

/** Every `step`th number from 1 to `last`. */
const everySo = (last: number, step: number): number[] =>
  Array.from({ length: Math.floor((last - 1) / step) + 1 }, (_, index) => 1 + index * step);

/** Flips one bit somewhere in a page; its code tells that, also where SQLite does not read the page. */
const flipPages = async (report: DamageReport, states: TwoStates, whole: string, name: Name, options: Options) => {
  const file = vaultFiles[name];
  const key = states.tried.keys[`${name}Key`];
  for (const page of everySo(pagesOf(join(states.later, file)), options.step)) {
    spoil(states, file, (path) => {
      const bytes = Buffer.from(bytesAt(path, page));
      const at = options.dice.int(pageSize);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << options.dice.int(8));
      putPage(path, page, bytes);
    });
    const { bad } = verifyPages(join(states.tried.dir, file), key);
    // The salt in front of the first page is part of every page's key.
    if (!bad.includes(page)) count(report, `${file} page ${page}, one bit`, ['its code fits']);
    await judge(report, `${file} page ${page}, one bit`, states, whole);
  }
};

/** An old page in the place of a new one: its code fits, and SQLite takes it. */
const oldPages = async (report: DamageReport, states: TwoStates, whole: string, name: Name, options: Options) => {
  const file = vaultFiles[name];
  const [earlier, later] = [join(states.earlier, file), join(states.later, file)];
  const others = everySo(Math.min(pagesOf(earlier), pagesOf(later)), 1).filter(
    (page) => !bytesAt(earlier, page).equals(bytesAt(later, page)),
  );
  for (const page of others.filter((_, index) => index % options.step === 0)) {
    spoil(states, file, (path) => putPage(path, page, bytesAt(earlier, page)));
    await judge(report, `${file} page ${page} of before`, states, whole);
  }
};

/** An old file, and an old journal, which SQLite rolls back at the next opening. */
const oldFiles = async (report: DamageReport, states: TwoStates, whole: string, name: Name) => {
  const file = vaultFiles[name];
  spoil(states, file, (path) => copyFileSync(join(states.earlier, file), path));
  await judge(report, `${file} of before`, states, whole);
  spoil(states, file, (path) => copyFileSync(join(states.journals, `${file}-journal`), `${path}-journal`));
  await judge(report, `a journal of ${file} of before`, states, whole);
};

interface Options {
  readonly dice: Dice;
  /** Every so many pages are tried. */
  readonly step: number;
}

/**
 * Damages pages of both databases, puts old pages, old files and old journals in the place of new ones, and holds that
 * opening or a check of everything tells it whenever any row reads differently. To be called inside a test.
 */
export const runPageDamage = async (options: {
  readonly seed: string;
  readonly step: number;
}): Promise<DamageReport> => {
  const states = await makeStates();
  const dice = createDice(`${options.seed}/damage`);
  const report: DamageReport = { ...newTrials(), told: 0, harmless: 0 };
  spoil(states, vaultFiles.records, () => undefined);
  const whole = rowsIn(states.tried);
  await judge(report, 'nothing at all', states, whole);
  for (const name of databaseNames) {
    await flipPages(report, states, whole, name, { dice, step: options.step });
    await oldPages(report, states, whole, name, { dice, step: options.step });
    await oldFiles(report, states, whole, name);
  }
  return report;
};
