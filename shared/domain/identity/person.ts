import { z } from 'zod';

/** Roles a person may hold (architecture.md, "Decisions on named packages"). */
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

/** Roles of the personnel unit, and of the official above it: they work for all files, and one of them publishes the directory. */
export const officeRoles: readonly Role[] = ['personnelOfficer', 'personnelHead', 'authorisedOfficial'];

/** True when one of these roles is of the personnel unit, or of the official above it. */
export const isInOffice = (roles: readonly Role[]): boolean => roles.some((role) => officeRoles.includes(role));

export const employmentStatuses = ['pns', 'pppk', 'other'] as const;

const line = (max: number) => z.string().trim().max(max);

/**
 * A person as forms name one (identity block of PermenPANRB 8/2021): every field but the name may be
 * empty, since on the first day not everything is known. NIP is 18 digits or empty.
 */
export const personInput = z.strictObject({
  name: line(200).min(1),
  nip: z.string().regex(/^(\d{18})?$/),
  /** Pangkat/golongan ruang. */
  rank: line(100),
  /** Jabatan. */
  position: line(200),
  /** Unit kerja. */
  unit: line(200),
  employmentStatus: z.enum(employmentStatuses),
});
export type PersonInput = z.infer<typeof personInput>;

/** A person in the vault's register. */
export const personSchema = personInput.extend({ personId: z.string() });
export type Person = z.infer<typeof personSchema>;
