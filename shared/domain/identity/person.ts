import { z } from 'zod';
import { hash, id, line } from '../fields.ts';
import { isNipShape, typedNip } from './nip.ts';

/** Roles a person may hold (docs/glossary.md, "People"). */
export const roles = [
  'assessor',
  'assessorSuperior',
  'personnelOfficer',
  'personnelHead',
  'authorisedOfficial',
  'counsellor',
  'coach',
  'mentor',
  'employee',
] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;
/** Roles that one person claims or is asked to hold. */
export const someRoles = z.array(roleSchema).min(1).max(roles.length);

/**
 * Roles of the personnel unit, and of the official above it: they work for all files, and one of them publishes the
 * directory.
 */
export const officeRoles: readonly Role[] = ['personnelOfficer', 'personnelHead', 'authorisedOfficial'];

/** True when one of these roles is of the personnel unit, or of the official above it. */
export const isInOffice = (roles: readonly Role[]): boolean => roles.some((role) => officeRoles.includes(role));

export const employmentStatuses = ['pns', 'pppk', 'other'] as const;

/** Most characters of each part of an identity block. */
export const personLimits = { name: 200, rank: 100, position: 200, unit: 200 } as const;

/** A NIP of a person; 18 digits, empty when it is not known. */
export const nipField = z.string().overwrite(typedNip).refine(isNipShape, { error: 'nip' });

/**
 * A person as forms name one (law: identityBlock): every field but the name may be
 * empty, since on the first day not everything is known. NIP is 18 digits or empty.
 */
export const personInput = z.strictObject({
  name: line(personLimits.name).min(1),
  nip: nipField,
  /** Pangkat/golongan ruang. */
  rank: line(personLimits.rank),
  /** Jabatan. */
  position: line(personLimits.position),
  /** Unit kerja. */
  unit: line(personLimits.unit),
  employmentStatus: z.enum(employmentStatuses),
});
export type PersonInput = z.infer<typeof personInput>;

/** Who of a directory somebody is: entry and key, as the directory had them when an act was signed. */
const memberSchema = z.strictObject({ entryId: id, key: hash });
export type Member = z.infer<typeof memberSchema>;

/**
 * A person as acts name one. Where a directory exists `member` says who of it is meant, so that nobody of a like name
 * is taken for the person; acts of v1 and those of a vault without a directory go by the NIP.
 */
export const namedPerson = personInput.extend({ member: memberSchema.optional() });
export type NamedPerson = z.infer<typeof namedPerson>;

/** The beginning of a member's key, as people compare it. */
export const memberCode = ({ key }: Member): string => (key.slice(0, 16).match(/.{4}/g) ?? []).join(' ');

/** A person of whom nothing is known yet. */
export const emptyPerson: PersonInput = {
  name: '',
  nip: '',
  rank: '',
  position: '',
  unit: '',
  employmentStatus: 'pns',
};

/** True while nothing is said of a person, whatever the employment status is set to. */
export const isNobody = ({ name, nip, rank, position, unit }: PersonInput): boolean =>
  [name, nip, rank, position, unit].every((said) => said === '');

/** The identity block alone, without what the register adds. */
export const toPersonInput = ({ name, nip, rank, position, unit, employmentStatus }: PersonInput): PersonInput => ({
  name,
  nip,
  rank,
  position,
  unit,
  employmentStatus,
});

/** A person in the vault's register. */
export const personSchema = personInput.extend({ personId: z.string() });
export type Person = z.infer<typeof personSchema>;
