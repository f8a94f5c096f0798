import { z } from 'zod';
import { actTypeSchema } from '../case/act-type.ts';
import { carriedForms } from '../case/routes.ts';
import { day, hash, id, natural, optionalLine, optionalText, requiredText } from '../fields.ts';

// "Komputer hilang / salah kirim": whose data others may have now. By which rule whom to tell, and within which time,
// none of the sources says: the citation is the institution's to write (law: incident).

/** What happened: a computer with the vault, or a backup of it, is gone; or a sealed file went to the wrong person. */
export const incidentKinds = ['lost', 'missent'] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** A file (case) of which others may have something. */
const exposedFile = z.strictObject({
  caseId: id,
  /** Of a file that was set aside beside another one of its id: the hash of its opening; null for what counts. */
  opening: hash.nullable(),
  /** Whom it is about; empty where no list names that person any more (law: retention). */
  employeeName: z.string(),
  listNumber: z.string(),
  /** A header says that there is the act and when, not what it says. */
  acts: z.array(z.strictObject({ type: actTypeSchema, on: z.string(), form: z.enum(carriedForms) })),
});
export type ExposedFile = z.infer<typeof exposedFile>;

/** All that others may have. */
export const exposure = z.strictObject({
  files: z.array(exposedFile),
  /** People of the register, records of guidance, and private notes: by number alone. */
  persons: natural,
  guidance: natural,
  notes: natural,
});
export type Exposure = z.infer<typeof exposure>;

/** What is told of it, as a person writes it. */
export const incidentAccount = z.strictObject({
  happenedOn: day,
  /** What happened, in plain words. */
  account: requiredText,
  /** What keeps it from being read: the passphrase, the receiver's key. */
  protection: optionalText,
  /** What was done and will be done, and what the person told can do. */
  measures: optionalText,
  /** Whom to ask. */
  contact: optionalLine,
  /** By which rule it is told; written by the institution. */
  citation: optionalLine,
});
export type IncidentAccount = z.infer<typeof incidentAccount>;

/** Papers of an incident: to the person, to the authority, and to who keeps the directory. */
export const incidentPapers = ['incidentPerson', 'incidentAuthority', 'incidentRevocation'] as const;
export type IncidentPaperKind = (typeof incidentPapers)[number];

/** True for the paper that is about one file alone. */
export const isAboutOneFile = (paper: IncidentPaperKind): boolean => paper === 'incidentPerson';

/** Papers that an incident asks for: a key is revoked where it may be in the hands of others. */
export const papersOf = (kind: IncidentKind): readonly IncidentPaperKind[] =>
  incidentPapers.filter((paper) => paper !== 'incidentRevocation' || kind === 'lost');

/** Acts up to a day: those that a backup of that day, or a computer last used then, has. */
export const untilDay = (files: readonly ExposedFile[], last: string): ExposedFile[] =>
  files
    .map((file) => ({ ...file, acts: file.acts.filter(({ on }) => last === '' || on <= last) }))
    .filter(({ acts }) => acts.length > 0);
