import type { PersonInput } from '@shared/domain/identity/person.ts';
import { nameOfBlock } from '@shared/domain/identity/sameness.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { count, max, sum } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { samePersonAnswers } from '../db/records-schema.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Somebody who is known: an entry of a directory, a person of the register, or the holder of the vault. */
export type KnownPerson = { readonly entryId: string } | { readonly person: PersonInput } | 'self';

const nameOf = (known: KnownPerson): string => {
  if (known === 'self') return known;
  return 'entryId' in known ? `entry:${known.entryId}` : nameOfBlock(known.person);
};

/** What a person has answered so far: whether somebody is one who is known; undefined where nobody was asked. */
export const answersOf = (tx: RecordsReader): ((person: PersonInput, known: KnownPerson) => boolean | undefined) => {
  let rows: ReadonlyMap<string, boolean> | undefined;
  return (person, known) => {
    rows ??= new Map(
      tx
        .select()
        .from(samePersonAnswers)
        .all()
        .map((row) => [`${row.subject}\n${row.other}`, row.same]),
    );
    return rows.get(`${nameOfBlock(person)}\n${nameOf(known)}`);
  };
};

/** Part of the key of everything that is kept by who the holder is: another one after every answer. */
export const answersKey = (tx: RecordsReader): string => {
  const { at, same } = samePersonAnswers;
  const found = tx
    .select({ all: count(), ones: sum(same), latest: max(at) })
    .from(samePersonAnswers)
    .get();
  return [found?.all, found?.ones, found?.latest].join(' ');
};

/** Keeps an answer; the latest counts. */
export const keepAnswer = (
  work: Pick<Workspace, 'clock'>,
  tx: RecordsWriter,
  { person, known, same }: { readonly person: PersonInput; readonly known: KnownPerson; readonly same: boolean },
): void => {
  const row = { subject: nameOfBlock(person), other: nameOf(known), same, at: toIsoInstant(work.clock.now()) };
  const { subject, other, ...answer } = row;
  tx.insert(samePersonAnswers)
    .values(row)
    .onConflictDoUpdate({ target: [samePersonAnswers.subject, samePersonAnswers.other], set: answer })
    .run();
  if (known === 'self' || !('entryId' in known)) return;
  appendAudit(work, tx, { kind: same ? 'personsAreOne' : 'personsAreTwo', subject: known.entryId });
};
