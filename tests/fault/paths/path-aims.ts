import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { transactNotes } from '../../../electron/backend/db/transact.ts';
import type { MethodName } from '../../../shared/contract/index.ts';
import { toLocalDay } from '../../../shared/kernel/date.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { Aiming, Aims } from '../fuzz/aim.ts';
import { aimFor } from '../fuzz/aims/all-aims.ts';
import { chosenPassphrase } from '../fuzz/world.ts';
import type { PathSetting } from './saved-setting.ts';

/** Where the world keeps backups. */
export const backupsOf = (folder: string): string => join(folder, 'cadangan');

const placed = async ({ call, world }: Aiming): Promise<void> => {
  const place = backupsOf(world.folder);
  mkdirSync(place, { recursive: true });
  await call('backup.setPlace', { folderToken: world.context.files.issue('folder', place) });
};

/** Changes notes.db by hand, as no call does: its notes are gone, or were left out of a backup. */
const changeNotes = ({ world }: Aiming, statement: string): void => {
  const notes = world.vault()?.notes;
  if (notes === undefined) return;
  transactNotes(notes, (tx) => {
    tx.run(sql.raw(statement));
    return ok(null);
  });
};

/** A backup, then the erasure of a file that it holds. */
const erasedSince = async (at: Aiming): Promise<void> => {
  await placed(at);
  await at.call('backup.make', {});
  const erasing = (await aimFor('retention.erase')?.(at)) as { erasureId: string } | undefined;
  const execution = { number: '', date: toLocalDay(at.world.context.clock.now()), place: '', witnesses: [] };
  if (erasing !== undefined) await at.call('retention.erase', { ...erasing, execution });
};

/** Inputs of what the fuzz leaves to other tests: whatever is about a vault as a whole. */
const own: Aims = {
  'backup.make': async (at) => {
    await placed(at);
    return {};
  },
  // The backup that has the note is told of first, in the other database.
  'notes.erase': async (at) => {
    await placed(at);
    await at.call('backup.make', {});
    return (await aimFor('notes.erase')?.(at)) as { noteId: string };
  },
  'backup.takeNotes': (at) => {
    changeNotes(at, 'DELETE FROM notes');
    return { fileToken: at.world.context.files.issue('file', (at.setting as PathSetting).backup) };
  },
  'backup.settleMissingNotes': (at) => {
    changeNotes(at, "INSERT INTO meta (key, value) VALUES ('notesLeftOut', '2026-11-29T08:15:00.000Z')");
    return {};
  },
  'retention.renewBackups': async (at) => {
    await erasedSince(at);
    return {};
  },
  'competence.importRecords': ({ setting, world }) => {
    const path = setting.files.find((file) => file.endsWith('.csv')) ?? '';
    const seen = createHash('sha256').update(readFileSync(path)).digest('hex');
    const fileToken = world.context.files.issue('file', path);
    return { fileToken, dayOrder: null, people: [], store: { seen, leaveOut: false } };
  },
  'vault.restore': (at) => {
    const { backup, passphrase, recoveryIdentity } = at.setting as PathSetting;
    const secret = at.dice.percent(50)
      ? { kind: 'passphrase' as const, passphrase }
      : { kind: 'sheet' as const, code: recoveryIdentity, newPassphrase: chosenPassphrase };
    const fileToken = at.world.context.files.issue('file', backup);
    return { fileToken, parentToken: null, label: 'Brankas Pulih', secret };
  },
};

/** How an input of a method is made that does what the method is for; undefined: by its schema alone. */
export const pathAimFor = (method: MethodName): ((at: Aiming) => unknown) | undefined => own[method] ?? aimFor(method);
