import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type ErasedList,
  erasedList,
  erasedListExtension,
  erasedListSigner,
} from '@shared/domain/backup/erased-list.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { sql } from 'drizzle-orm';
import { noteErased, readBackupState } from '../backup/backup-state.ts';
import { erasedCopyRows, nameOfCopy, namesOfCopy, timesErased } from '../db/erased-copies.ts';
import { erasedRecordsOf, keepToldErased, nameOfErased, toldErased } from '../db/erased-files.ts';
import type { RecordsReader } from '../db/handles.ts';
import { erasedFiles } from '../db/retention-schema.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { isSignedJson, readSignedJson, writeSignedJson } from '../formats/backup/signed-json.ts';
import { listGuidanceRows } from '../guidance/guidance-rows.ts';
import { nowOf, type Unlocked } from '../vault/unlocked.ts';
import { type AtomicFs, writeAtomically } from '../vault/write-atomically.ts';
import { yearSums } from './ended-records.ts';
import { type CopyHere, eraseCopy } from './erase-copies.ts';
import { type Erasing, eraseDraftsLeft, eraseFile, noteDraftsLeft } from './erase-file.ts';
import { eraseGuidance, eraseYear } from './erase-records.ts';
import { noteHeldLeft } from './held-guidance.ts';

/** `bilik-1a2b3c4d.terhapus`: as the backups of the vault begin. */
const nameOfList = (vaultId: string): string => `bilik-${vaultId.slice(0, 8)}.${erasedListExtension}`;

const all = (...lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())].sort();

/** What was erased here, and what other lists of this vault said when it was restored beside them. */
const listOf = (tx: RecordsReader, vaultId: string): ErasedList => {
  const told = toldErased(tx);
  const files = tx.select({ caseId: erasedFiles.caseId }).from(erasedFiles).all();
  const copies = erasedCopyRows(tx);
  const known = new Set(copies.flatMap(namesOfCopy));
  return {
    format: 'bilik/erased/v1',
    vaultId,
    files: all(
      files.map(({ caseId }) => nameOfErased(caseId)),
      told?.files ?? [],
    ),
    guidance: all(erasedRecordsOf(tx, 'guidance').map(nameOfErased), told?.guidance ?? []),
    learning: all(erasedRecordsOf(tx, 'learning').map(nameOfErased), told?.learning ?? []),
    // One that was taken again stands in none.
    copies: all(
      copies.filter(({ at }) => at !== null).flatMap(namesOfCopy),
      (told?.copies ?? []).filter((name) => !known.has(name)),
    ),
  };
};

const isEmpty = ({ files, guidance, learning, copies }: ErasedList): boolean =>
  files.length + guidance.length + learning.length + copies.length === 0;

/**
 * Writes the list of what was erased beside every backup of this vault that is there, signed by the vault: whoever
 * could write another one could have files erased at a restore. A folder that takes none is passed over: the next
 * backup there is newer than what was erased. One of nothing is written over an older one alone.
 */
export const writeErasedLists = async ({ vault, work }: Unlocked, fs: AtomicFs): Promise<void> => {
  const list = listOf(work.records, vault.instanceId);
  const { made, place } = readBackupState(work.records);
  const folders = new Set([...made.map((backup) => backup.place), ...(place === null ? [] : [place])]);
  const bytes = writeSignedJson({ signNote: vault.signNoteByAll }, erasedListSigner, list);
  for (const folder of folders) {
    const path = join(folder, nameOfList(vault.instanceId));
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) continue;
    if (!isEmpty(list) || existsSync(path)) await writeAtomically(fs, path, bytes);
  }
};

/** Longest list that is read: some 200,000 files. */
const maxListBytes = 16 * 1024 * 1024;

/**
 * The list in a file, if this vault signed one there by the key that it has: a former one may be in others' hands, and
 * what was erased in its time is in no backup of the present one. Whatever else lies there keeps no other list from
 * counting.
 */
const listIn = ({ vault }: Unlocked, path: string): ErasedList[] => {
  try {
    if (statSync(path).size > maxListBytes) return [];
    const bytes = readFileSync(path);
    const list = readSignedJson(bytes, erasedList);
    return list !== undefined && isSignedJson(bytes, erasedListSigner, vault.publicKey) ? [list] : [];
  } catch {
    return [];
  }
};

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

/** Lists of this vault that lie in a folder. */
const listsIn = (unlocked: Unlocked, folder: string): ErasedList[] =>
  namesIn(folder)
    .filter((name) => name.endsWith(`.${erasedListExtension}`))
    .flatMap((name) => listIn(unlocked, join(folder, name)));

/** Files (cases) of which anything lies in the vault: a package that is held may be all. */
const casesHere = (tx: RecordsReader): string[] =>
  tx
    .all<{ id: string }>(sql`
    SELECT id FROM cases UNION SELECT case_id FROM packages WHERE case_id IS NOT NULL
    UNION SELECT case_id FROM held_packages WHERE case_id IS NOT NULL`)
    .map(({ id }) => id);

/** Copies that lie in the vault, by themselves or in a package that is held. */
const copiesHere = (tx: RecordsReader): CopyHere[] =>
  tx.all<CopyHere>(sql`
    SELECT case_id AS caseId, lower(hex(hash)) AS hash FROM acts WHERE type = 'copyReleased'
    UNION SELECT h.case_id, json_extract(a.value, '$.hash') FROM held_packages h, json_each(h.acts) a
      WHERE h.case_id IS NOT NULL`);

/**
 * Erases from a vault that was just restored what its lists beside the backup say was erased since. Before anybody
 * looks into it. Answers how many files, copies, guidance and years went.
 */
export const applyErasedLists = (
  unlocked: Unlocked,
  backupPath: string,
): Result<number, AppError<StorageErrorCode>> => {
  const { work } = unlocked;
  const lists = listsIn(unlocked, dirname(backupPath));
  if (lists.length === 0) return ok(0);
  const named = (of: 'files' | 'guidance' | 'learning', ids: readonly string[]): string[] => {
    const hashes = new Set(lists.flatMap((list) => list[of]));
    return ids.filter((id) => hashes.has(nameOfErased(id)));
  };
  const caseIds = named('files', casesHere(work.records));
  const guidanceIds = named(
    'guidance',
    listGuidanceRows(work.records).map(({ id }) => id),
  );
  const years = named(
    'learning',
    yearSums(work.records).map(({ year }) => year),
  );
  const erasedCopies = new Set(lists.flatMap(({ copies }) => copies));
  const copies = copiesHere(work.records).filter(({ hash }) =>
    erasedCopies.has(nameOfCopy(hash, timesErased(work.records, hash) + 1)),
  );
  const count = caseIds.length + copies.length + guidanceIds.length + years.length;
  const done = transactRecords(work.records, (tx) => {
    const erasing: Erasing = { erasureId: null, at: nowOf(unlocked) };
    if (count > 0) noteErased(work, tx);
    for (const caseId of caseIds) eraseFile(work, tx, caseId, erasing);
    for (const copy of copies) eraseCopy(work, tx, copy, erasing.at);
    for (const guidanceId of guidanceIds) eraseGuidance(work, tx, guidanceId, erasing);
    for (const year of years) eraseYear(work, tx, year, erasing);
    // Last: what goes here is counted by its own rows.
    keepToldErased(tx, lists, erasing.at);
    // Drafts and held packages may be of what never came in here.
    noteDraftsLeft(tx);
    noteHeldLeft(tx);
    return ok(count);
  });
  if (!done.ok) return done;
  const freed = eraseDraftsLeft(work);
  return freed.ok ? done : freed;
};
