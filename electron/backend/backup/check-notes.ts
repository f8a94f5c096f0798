import { join } from 'node:path';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { eq } from 'drizzle-orm';
import { rowsFit } from '../db/digest/rows-fit.ts';
import type { NotesDb } from '../db/handles.ts';
import { type DatabaseDeps, openNotesDatabase } from '../db/open-database.ts';
import { meta } from '../db/shared-columns.ts';
import { sqliteCode } from '../db/storage-error.ts';
import { inTurns } from '../db/turns.ts';
import { verifyPagesInTurns } from '../db/verify-pages.ts';
import { verifyAudit } from '../trail/audit-chain.ts';
import { errorsByTable } from '../vault/check-database.ts';
import { vaultFiles } from '../vault/key-files.ts';
import { factsOf } from './snapshot.ts';

export interface NotesToCheck {
  readonly vaultId: string;
  readonly notesKey: Uint8Array;
  readonly signal: AbortSignal;
  /** What it must hold (`factsOf`); null: whatever it does. */
  readonly facts: string | null;
}

const faulty = (reason: string) => fail('backupFaulty', { reason });

const checkOpen = async (
  notes: NotesDb,
  { vaultId, notesKey, signal, facts }: NotesToCheck,
): Promise<Result<null, AppError<'backupFaulty' | 'backupForeign'>>> => {
  const { $client } = notes;
  if (notes.select().from(meta).where(eq(meta.key, 'vaultId')).get()?.value !== vaultId) return fail('backupForeign');
  if ((await inTurns(errorsByTable($client), signal)) > 0) return faulty('structure');
  if ($client.prepare('PRAGMA foreign_key_check').all().length > 0) return faulty('structure');
  if (verifyAudit(notes).broken !== null) return faulty('audit');
  if (!(await inTurns(rowsFit($client, notesKey), signal))) return faulty('rows');
  return facts === null || facts === factsOf(notes) ? ok(null) : faulty('counts');
};

/**
 * Checks a notes.db that lies in `folder`, which nobody uses: pages, structure, audit chain, rows against their digest,
 * whose it is. Changes nothing.
 */
export const checkNotesAlone = async (
  database: DatabaseDeps,
  folder: string,
  check: NotesToCheck,
): Promise<Result<null, AppError<'backupFaulty' | 'backupForeign' | 'newerSchema'>>> => {
  const file = join(folder, vaultFiles.notes);
  const { bad, cut } = await verifyPagesInTurns(file, check.notesKey, check.signal);
  if (cut || bad.length > 0) return faulty('pages');
  const opened = openNotesDatabase(database, { file, key: check.notesKey, mode: 'read' });
  if (!opened.ok) return opened.error.code === 'newerSchema' ? fail('newerSchema') : faulty('databases');
  try {
    return await checkOpen(opened.value, check);
  } catch (thrown) {
    if (sqliteCode(thrown) === undefined) throw thrown;
    return faulty('databases');
  } finally {
    opened.value.$client.close();
  }
};
