import { isEarlier } from '@shared/kernel/date.ts';
import { isUnique } from '@shared/kernel/unique.ts';
import { z } from 'zod';
import { day, line, requiredLine } from '../fields.ts';
import { type PersonInput, personLimits, type Role, roleSchema } from './person.ts';
import { isPublicPerson, publicPersonSchema } from './public-person.ts';
import { vouchedSchema } from './replacement.ts';
import { signedParts } from './signed-file.ts';

/**
 * The most that a directory may hold; `bytes` is where the publisher stops certifying, so that invitations stay
 * readable.
 */
export const directoryLimits = {
  entries: 5000,
  formerNames: 20,
  roles: 100,
  keys: 50,
  bytes: 6 * 1024 * 1024,
} as const;

/** Why a key no longer counts. */
export const revocationReasons = ['lost', 'replaced', 'left', 'compromised'] as const;
export type RevocationReason = (typeof revocationReasons)[number];

const keySchema = z.strictObject({
  key: signedParts.hex32,
  recipient: signedParts.recipient,
  vaultId: signedParts.id,
  documentKey: signedParts.hex32,
  /** When it was certified. */
  from: signedParts.instant,
  revoked: z
    .strictObject({
      at: signedParts.instant,
      reason: z.enum(revocationReasons),
      /** What its holder, by the key in its place, says that it signed before. */
      vouched: vouchedSchema.optional(),
    })
    .nullable(),
});
export type DirectoryKey = z.infer<typeof keySchema>;

/**
 * True where a reason may take the place of the one that stands: a key that was given up for another reason can still
 * turn out to be in others' hands. It is never taken back.
 */
export const isWorseReason = (reason: RevocationReason, than: RevocationReason): boolean =>
  reason === 'compromised' && than !== reason;

/** A role for a time; days without time zone, `to` is the last day, null: until further notice. */
const roleSpanSchema = z.strictObject({ role: roleSchema, from: day, to: day.nullable() });
export type RoleSpan = z.infer<typeof roleSpanSchema>;

const entrySchema = z
  .strictObject({
    entryId: signedParts.id,
    person: publicPersonSchema,
    /** Names under which the person signed before. */
    formerNames: z.array(line(personLimits.name)).max(directoryLimits.formerNames),
    roles: z.array(roleSpanSchema).max(directoryLimits.roles),
    /** All keys that the person ever had, the latest last. */
    keys: z.array(keySchema).max(directoryLimits.keys),
  })
  .refine(({ keys }) => keys.filter(({ revoked }) => revoked === null).length <= 1);
export type DirectoryEntry = z.infer<typeof entrySchema>;

const formats = ['bilik/directory/v1', 'bilik/directory/v2'] as const;

/** The format of a directory with these entries: v2 alone holds what former keys signed. */
export const directoryFormat = (entries: readonly DirectoryEntry[]): (typeof formats)[number] =>
  formats[entries.some(({ keys }) => keys.some(({ revoked }) => revoked?.vouched !== undefined)) ? 1 : 0];

/** Payload of the directory (direktori): whom an institution certifies. Signed by its root key. */
export const directorySchema = z
  .strictObject({
    format: z.enum(formats),
    directoryId: signedParts.id,
    /** 1, 2, 3 …: each change makes the next. */
    serial: z.number().int().min(1).max(1_000_000_000),
    institution: requiredLine,
    issuedAt: signedParts.instant,
    /** SHA-256 of the payload of the serial before; null for the first. */
    previous: signedParts.hex32.nullable(),
    entries: z.array(entrySchema).max(directoryLimits.entries),
  })
  .refine(({ entries }) => {
    const keys = entries.flatMap((entry) => entry.keys.map(({ key }) => key));
    const ids = entries.map(({ entryId }) => entryId);
    return isUnique(keys) && isUnique(ids);
  })
  .refine(({ format, entries }) => format === directoryFormat(entries));
export type Directory = z.infer<typeof directorySchema>;

/** A key with the person who has it. */
export interface CertifiedKey {
  readonly entry: DirectoryEntry;
  readonly key: DirectoryKey;
}

const atMost = (at: string, now: string): string => (isEarlier(now, at) ? now : at);

/**
 * An entry without keys that a wrong clock certified or revoked in the future: until then every act of the next key,
 * and paper that names nobody's, would be held by all members.
 */
export const withoutFuture = (entry: DirectoryEntry, now: string): DirectoryEntry => ({
  ...entry,
  keys: entry.keys.map((key) => ({
    ...key,
    from: atMost(key.from, now),
    revoked: key.revoked && { ...key.revoked, at: atMost(key.revoked.at, now) },
  })),
});

/** Whose key this is; undefined when the directory does not know it. */
export const findKey = ({ entries }: Pick<Directory, 'entries'>, key: string): CertifiedKey | undefined => {
  for (const entry of entries) {
    const found = entry.keys.find((candidate) => candidate.key === key);
    if (found !== undefined) return { entry, key: found };
  }
  return undefined;
};

/** Whose these keys are, of one person: the first that the directory knows. */
export const findAnyKey = (
  directory: Pick<Directory, 'entries'>,
  keys: readonly string[],
): CertifiedKey | undefined => {
  for (const key of keys) {
    const found = findKey(directory, key);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The key that counts now; undefined for who has none any more. */
export const activeKeyOf = ({ keys }: DirectoryEntry): DirectoryKey | undefined =>
  keys.find(({ revoked }) => revoked === null);

const covers = ({ from, to }: RoleSpan, date: string): boolean => from <= date && (to === null || date <= to);

/** Roles that are certified for a day (`YYYY-MM-DD`). */
export const rolesOn = ({ roles }: DirectoryEntry, date: string): Role[] => [
  ...new Set(roles.filter((span) => covers(span, date)).map(({ role }) => role)),
];

/** Roles that were certified on one of these days. */
export const rolesOnAny = (entry: DirectoryEntry, days: readonly string[]): Role[] => [
  ...new Set(days.flatMap((date) => rolesOn(entry, date))),
];

/** Roles that were certified at any time. */
export const rolesEver = ({ roles }: DirectoryEntry): Role[] => [...new Set(roles.map(({ role }) => role))];

/** True when the person could act in this capacity on one of these days (`YYYY-MM-DD`; law: roleSpan). */
export const isCertifiedFor = ({ roles }: DirectoryEntry, role: Role, days: readonly string[]): boolean =>
  roles.some((span) => span.role === role && days.some((date) => covers(span, date)));

/** Everyone with a key and this role on a day, in the order of the directory. */
export const membersWith = ({ entries }: Pick<Directory, 'entries'>, role: Role, date: string): DirectoryEntry[] =>
  entries.filter((entry) => activeKeyOf(entry) !== undefined && rolesOn(entry, date).includes(role));

/** True when an entry is about this person. */
export const isEntryOf = (
  { person, formerNames }: DirectoryEntry,
  named: Pick<PersonInput, 'name' | 'nip' | 'unit'>,
): boolean => isPublicPerson(person, formerNames, named);
