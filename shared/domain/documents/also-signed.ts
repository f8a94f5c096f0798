import { type NamedPerson, namedPerson, type PersonInput } from '../identity/person.ts';
import type { DocumentContext } from './context.ts';
import type { FormPart } from './forms/form.ts';
import type { Section } from './model.ts';
import { field, recordedOn } from './parts.ts';

const statusTitles: Readonly<Record<PersonInput['employmentStatus'], string>> = {
  pns: 'PNS',
  pppk: 'PPPK',
  other: 'bukan PNS atau PPPK',
};

/** Whoever a signed content names, wherever it does, each identity once. */
const personsIn = (value: unknown): readonly NamedPerson[] => {
  if (typeof value !== 'object' || value === null) return [];
  const person = namedPerson.safeParse(value);
  return person.success ? [person.data] : Object.values(value).flatMap(personsIn);
};

/** Every text that a part of a paper shows. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const particularsOf = (
  { name, nip, rank, position, unit, employmentStatus, member }: NamedPerson,
  shown: readonly string[],
) => {
  const unshown = [nip && `NIP ${nip}`, rank, position, unit].filter(
    (text) => text !== '' && !shown.some((line) => line === text || `NIP ${line}` === text),
  );
  const inDirectory = member === undefined ? [] : [`di direktori: entri ${member.entryId}, kunci ${member.key}`];
  return { name, said: [...unshown, statusTitles[employmentStatus], ...inDirectory].join('; ') };
};

/**
 * The part of a signed paper that says what else lies in its file: the day on which an act was recorded, and of the
 * people whom `signed` names the particulars that the paper shows nowhere else. So no file carries what its pages do
 * not show.
 */
export const alsoSigned = (context: DocumentContext, part: FormPart, signed: unknown): readonly Section[] => {
  if (context.form !== 'signed') return [];
  const { act } = context;
  const shown = textsIn(part);
  const lines = personsIn(signed).map((person) => particularsOf(person, shown));
  const unique = new Map(lines.map((line) => [JSON.stringify(line), line]));
  const people = [...unique.values()].map(({ name, said }) => field(context, name, said));
  const day = act === null ? [] : [recordedOn(context, act)];
  return [{ heading: 'Data lain yang ikut ditandatangani', blocks: [...day, ...people] }];
};
