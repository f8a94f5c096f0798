import type { AlikePerson } from '@shared/contract/persons.ts';
import type { DirectoryEntry } from '@shared/domain/identity/directory.ts';
import { emptyPerson, type PersonInput, toPersonInput } from '@shared/domain/identity/person.ts';
import { toPublicPerson } from '@shared/domain/identity/public-person.ts';
import { type AlikePair, isSameBlock } from '@shared/domain/identity/sameness.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { RecordsWriter } from '../db/handles.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { listPersons, toPerson } from '../persons/person-rows.ts';
import { answersOf, keepAnswer } from '../persons/same-person-rows.ts';
import { ownKeyOf, ownKeysOf, type Unlocked } from '../vault/unlocked.ts';
import { trustedDirectory } from './trusted-directory.ts';
import { whoIsWhoHere } from './who-is-who.ts';

type Block = Pick<PersonInput, 'name' | 'nip' | 'unit'>;

/** An answer about a member of a directory; `decision`: the one by which it was given. */
export interface ToldOfEntry extends AlikePair {
  readonly same: boolean;
  readonly decision?: number | null;
}

const inFull = (block: Block): PersonInput => ({ ...emptyPerson, ...block });

/** An entry of the trusted directory. */
export const findEntry = ({ vault }: Pick<Unlocked, 'vault'>, entryId: string): DirectoryEntry | undefined =>
  trustedDirectory(vault.records)?.directory.entries.find((entry) => entry.entryId === entryId);

/** Those of the register whom a person may be; none where the person is certainly one of them. */
const inRegister = ({ vault: { records } }: Unlocked, person: PersonInput): AlikePerson[] => {
  const answered = answersOf(records);
  const known = listPersons(records, false).map((row) => toPersonInput(toPerson(row)));
  if (known.some((other) => isSameBlock(other, person) === 'same')) return [];
  return known
    .filter((other) => isSameBlock(other, person) === 'unsure' && answered(person, { person: other }) === undefined)
    .map((other) => ({ entryId: null, known: other, shown: toPublicPerson(other) }));
};

/** Those of the directory whom a person may be; none where the person is certainly one of them. */
const inDirectory = (unlocked: Unlocked, person: PersonInput): AlikePerson[] => {
  const { records } = unlocked.vault;
  const who = whoIsWhoHere(records, ownKeyOf(unlocked));
  const entries = trustedDirectory(records)?.directory.entries ?? [];
  const sorted = entries.map((entry) => ({ entry, is: who.ofEntry(entry, person) }));
  if (sorted.some(({ is }) => is === 'same')) return [];
  return sorted
    .filter(({ is }) => is === 'unsure')
    .map(({ entry }) => ({ entryId: entry.entryId, known: null, shown: entry.person }));
};

/** Whom somebody typed in may be, where nothing tells and nobody has answered yet; those of the register first. */
export const alikePersons = (unlocked: Unlocked, block: Block): AlikePerson[] => {
  const person = inFull(block);
  return person.name.trim() === '' ? [] : [...inRegister(unlocked, person), ...inDirectory(unlocked, person)];
};

/** Keeps whether somebody is a member of the directory; where that is the own entry, the holder of this vault too. */
export const keepTold = (
  unlocked: Unlocked,
  tx: RecordsWriter,
  { person, entry, same, decision = null }: ToldOfEntry,
): void => {
  keepAnswer(unlocked.work, tx, { person, known: { entryId: entry.entryId }, same, decision });
  if (!entry.keys.some(({ key }) => ownKeysOf(unlocked).includes(key))) return;
  keepAnswer(unlocked.work, tx, { person, known: 'self', same, decision });
};

/** Keeps whether somebody is one of the directory, or not one of the register. */
export const tellPersonsApart = (
  unlocked: Unlocked,
  answer: {
    readonly person: Block;
    readonly other: { readonly entryId: string } | { readonly person: Block };
    readonly same: boolean;
  },
): Result<Record<string, never>, AppError<'unknownEntry' | StorageErrorCode>> => {
  const { other, same } = answer;
  const entry = 'entryId' in other ? findEntry(unlocked, other.entryId) : null;
  if (entry === undefined) return fail('unknownEntry');
  const person = inFull(answer.person);
  return transactRecords(unlocked.vault.records, (tx) => {
    if (entry !== null) keepTold(unlocked, tx, { person, entry, same });
    if ('person' in other) keepAnswer(unlocked.work, tx, { person, known: { person: inFull(other.person) }, same });
    return ok({});
  });
};
