import type { PersonInput } from '@shared/domain/identity/person.ts';
import { nameOfBlock } from '@shared/domain/identity/sameness.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { and, asc, count, eq, isNull, max } from 'drizzle-orm';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { samePersonAnswers } from '../db/records-schema.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Somebody who is known: an entry of a directory, a person of the register, or the holder of the vault. */
export type KnownPerson = { readonly entryId: string } | { readonly person: PersonInput } | 'self';

const entryPrefix = 'entry:';

const nameOf = (known: KnownPerson): string => {
  if (known === 'self') return known;
  return 'entryId' in known ? `${entryPrefix}${known.entryId}` : nameOfBlock(known.person);
};

/** What a person has answered so far: whether somebody is one who is known; undefined where nobody was asked. */
export const answersOf = (tx: RecordsReader): ((person: PersonInput, known: KnownPerson) => boolean | undefined) => {
  let rows: ReadonlyMap<string, boolean> | undefined;
  return (person, known) => {
    rows ??= new Map(
      tx
        .select()
        .from(samePersonAnswers)
        .where(isNull(samePersonAnswers.undoneAt))
        .orderBy(asc(samePersonAnswers.seq))
        .all()
        .map((row) => [`${row.subject}\n${row.other}`, row.same]),
    );
    return rows.get(`${nameOfBlock(person)}\n${nameOf(known)}`);
  };
};

/**
 * Part of the key of everything that is kept by who the holder is: another one after every answer, and after every one
 * that is taken back. Answers are added and undone, never changed or deleted; a time would not tell them apart.
 */
export const answersKey = (tx: RecordsReader): string => {
  const { seq, undoneAt } = samePersonAnswers;
  const found = tx
    .select({ latest: max(seq), undone: count(undoneAt) })
    .from(samePersonAnswers)
    .get();
  return `${found?.latest ?? 0} ${found?.undone ?? 0}`;
};

/** An answer; `decision`: the one about a held package by which it was given. */
export interface Answer {
  readonly person: PersonInput;
  readonly known: KnownPerson;
  readonly same: boolean;
  readonly decision?: number | null;
}

/** Keeps an answer; the latest counts. */
export const keepAnswer = (
  work: Pick<Workspace, 'clock'>,
  tx: RecordsWriter,
  { person, known, same, decision = null }: Answer,
): void => {
  const at = toIsoInstant(work.clock.now());
  tx.insert(samePersonAnswers)
    .values({ subject: nameOfBlock(person), other: nameOf(known), same, at, decision })
    .run();
  if (known === 'self' || !('entryId' in known)) return;
  appendAudit(work, tx, { kind: same ? 'personsAreOne' : 'personsAreTwo', subject: known.entryId });
};

/** Takes back what was answered by a decision: what was answered before counts again. */
export const undoAnswers = (work: Pick<Workspace, 'clock'>, tx: RecordsWriter, decision: number): void => {
  const undone = tx
    .update(samePersonAnswers)
    .set({ undoneAt: toIsoInstant(work.clock.now()) })
    .where(and(eq(samePersonAnswers.decision, decision), isNull(samePersonAnswers.undoneAt)))
    .returning({ other: samePersonAnswers.other })
    .all();
  for (const { other } of undone)
    if (other.startsWith(entryPrefix))
      appendAudit(work, tx, { kind: 'personsAnswerUndone', subject: other.slice(entryPrefix.length) });
};
