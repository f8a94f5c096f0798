import type { Clock, Random } from '@shared/kernel/ports.ts';
import type { NotesDb, RecordsDb } from '../db/handles.ts';

/** What use cases on an open vault work with. */
export interface Workspace {
  readonly records: RecordsDb;
  readonly notes: NotesDb;
  readonly clock: Clock;
  readonly random: Random;
}

/** The workspace of a call. */
export const workspaceOf = ({
  vault,
  clock,
  random,
}: {
  readonly vault: Pick<Workspace, 'records' | 'notes'>;
  readonly clock: Clock;
  readonly random: Random;
}): Workspace => ({ records: vault.records, notes: vault.notes, clock, random });
