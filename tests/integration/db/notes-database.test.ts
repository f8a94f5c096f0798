import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { notes } from '../../../electron/backend/db/notes-schema.ts';
import { openNotesDatabase } from '../../../electron/backend/db/open-database.ts';
import { databaseDeps, temporaryFolder } from '../../fixtures/database-deps.ts';
import { writable } from '../../fixtures/writable.ts';

const key = new Uint8Array(32).fill(7);

describe('notes.db', () => {
  it('keeps the search index in step and erases deleted words', () => {
    const file = join(temporaryFolder(), 'notes.db');
    const opened = openNotesDatabase(databaseDeps, { file, key, mode: 'create' });
    if (!opened.ok) throw new Error(opened.error.code);
    const db = opened.value;
    const find = (word: string) =>
      db
        .all<{ id: string }>(
          sql`SELECT n.id FROM notes_fts f JOIN notes n ON n.row_id = f.rowid WHERE notes_fts MATCH ${word}`,
        )
        .map((row) => row.id);
    const indexed = (part: string) =>
      db.all<{ block: Buffer }>(sql`SELECT block FROM notes_fts_data`).some(({ block }) => block.includes(part));
    const note = { id: 'n1', title: 'Sesi pertama', content: { type: 'doc' }, createdAt: 'x', updatedAt: 'x' };
    writable(db)
      .insert(notes)
      .values({ ...note, plain: 'Beliau menyebut kenaritunggal' })
      .run();
    expect(find('kenaritunggal')).toEqual(['n1']);
    expect(indexed('tunggal')).toBe(true);
    writable(db).update(notes).set({ plain: 'Sudah diganti' }).run();
    expect(find('kenaritunggal')).toEqual([]);
    expect(find('digan*')).toEqual(['n1']);
    expect(indexed('tunggal')).toBe(false);
    expect(db.select().from(notes).get()?.content).toEqual({ type: 'doc' });
    writable(db).delete(notes).run();
    expect(find('digan*')).toEqual([]);
    db.$client.close();
  });
});
