import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type ErasedList,
  erasedList,
  erasedListExtension,
  erasedListSigner,
} from '@shared/domain/backup/erased-list.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { type AppError, ok, type Result } from '@shared/kernel/result.ts';
import { sql } from 'drizzle-orm';
import { noteErased, readBackupState } from '../backup/backup-state.ts';
import { listCaseRows } from '../case/case-rows.ts';
import { sha256 } from '../crypto/hash.ts';
import { type ErasedCopy, erasedCopyRows, timesErased } from '../db/erased-copies.ts';
import { erasedRecordsOf } from '../db/erased-files.ts';
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
import { type Erasing, eraseDraftsLeft, eraseFile } from './erase-file.ts';
import { eraseGuidance, eraseYear } from './erase-records.ts';

const nameOf = (text: string): string => toHex(sha256(new TextEncoder().encode(text)));

/**
 * A copy at its nth erasure. One that was taken again stands in no list; a backup that has it since then knows how
 * often it was erased before, so that an older list which still lies somewhere does not take it away.
 */
const nameOfCopy = (hash: string, nth: number): string => nameOf(`copy ${hash} ${nth}`);

const namesOfCopy = ({ hash, times, at }: ErasedCopy): string[] =>
  at === null ? [] : Array.from({ length: times }, (_, index) => nameOfCopy(hash, index + 1));

/** `bilik-1a2b3c4d.terhapus`: as the backups of the vault begin. */
const nameOfList = (vaultId: string): string => `bilik-${vaultId.slice(0, 8)}.${erasedListExtension}`;

const listOf = (tx: RecordsReader, vaultId: string): ErasedList => ({
  format: 'bilik/erased/v1',
  vaultId,
  files: tx
    .select({ caseId: erasedFiles.caseId })
    .from(erasedFiles)
    .all()
    .map(({ caseId }) => nameOf(caseId))
    .sort(),
  guidance: erasedRecordsOf(tx, 'guidance').map(nameOf).sort(),
  learning: erasedRecordsOf(tx, 'learning').map(nameOf).sort(),
  copies: erasedCopyRows(tx).flatMap(namesOfCopy).sort(),
});

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
  const named = (of: 'files' | 'guidance' | 'learning', ids: readonly string[]): string[] => {
    const hashes = new Set(lists.flatMap((list) => list[of]));
    return ids.filter((id) => hashes.has(nameOf(id)));
  };
  const caseIds = named(
    'files',
    listCaseRows(work.records).map(({ id }) => id),
  );
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
  if (count === 0) return ok(0);
  const done = transactRecords(work.records, (tx) => {
    const erasing: Erasing = { erasureId: null, at: nowOf(unlocked) };
    noteErased(work, tx);
    for (const caseId of caseIds) eraseFile(work, tx, caseId, erasing);
    for (const copy of copies) eraseCopy(work, tx, copy, erasing.at);
    for (const guidanceId of guidanceIds) eraseGuidance(work, tx, guidanceId, erasing);
    for (const year of years) eraseYear(work, tx, year, erasing);
    return ok(count);
  });
  if (!done.ok) return done;
  const freed = eraseDraftsLeft(work);
  return freed.ok ? done : freed;
};
