import { z } from 'zod';
import type { DecidingLayout } from '../documents/context.ts';
import { invalidTemplates, numberingSchema } from '../documents/numbering.ts';
import { line, optionalLine, requiredLine } from '../fields.ts';
import { type PersonInput, personInput, type Role, roleSchema } from '../identity/person.ts';
import { signedParts } from '../identity/signed-file.ts';
import { logoLimits, logoTypes } from './picture.ts';

/** How many of each a profile may hold, and the longest code (characters). */
export const officeLimits = { parents: 3, officials: 20, archiveCodes: 100, code: 40 } as const;

/** How papers look: as those of central offices, or of offices of regions. */
export const officeStyles = ['central', 'regional'] as const;

/** As what the institution writes what decides: a nota, or a keputusan. */
export const decidingLayouts = ['memo', 'decision'] as const satisfies readonly DecidingLayout[];
const decidingLayout = z.enum(decidingLayouts);

/** How an official holds the office: as its holder, or for a time (Plt., Plh., Pj.). */
export const actings = ['holder', 'plt', 'plh', 'pj'] as const;
export type Acting = (typeof actings)[number];

/** A signer of the institution; `role` says whose part in papers of counselling it is, null: none of them. */
export const officialSchema = z.strictObject({
  role: roleSchema.nullable(),
  person: personInput,
  acting: z.enum(actings),
  /** The office in whose name it signs (a.n.); empty: its own. */
  onBehalfOf: optionalLine,
});
export type Official = z.infer<typeof officialSchema>;

/** A code of the institution's archive scheme: they differ from office to office, so none comes along. */
export const archiveCodeSchema = z.strictObject({ code: line(officeLimits.code).min(1), label: optionalLine });

const logo = z.strictObject({
  mediaType: z.enum(logoTypes),
  /** The file in Base64. */
  data: z.base64().max(4 * Math.ceil(logoLimits.bytes / 3)),
});

/** What a profile says of an institution (profil instansi): all that its papers have in common. */
export const officeContents = z.strictObject({
  /** Of what it is a part, the highest first. */
  parents: z.array(requiredLine).max(officeLimits.parents),
  institution: requiredLine,
  unit: optionalLine,
  address: optionalLine,
  contact: optionalLine,
  /** Where its papers are dated. */
  town: optionalLine,
  logo: logo.nullable(),
  officials: z.array(officialSchema).max(officeLimits.officials),
  numbering: numberingSchema.refine((numbering) => invalidTemplates(numbering).length === 0, {
    error: 'numberTemplateInvalid',
  }),
  archiveCodes: z.array(archiveCodeSchema).max(officeLimits.archiveCodes),
  style: z.enum(officeStyles),
  /** By `authority` the power to decide was given; a keputusan cites it. */
  deciding: z.strictObject({ counselling: decidingLayout, followUp: decidingLayout, authority: optionalLine }),
});
export type OfficeContents = z.infer<typeof officeContents>;

/**
 * Payload of a profile file, signed by the root key of the directory that it belongs to. Its logo is a picture by its
 * bytes (`readPicture`), which whoever reads the file sees to.
 */
export const officeProfileSchema = officeContents.extend({
  format: z.literal('bilik/profile/v1'),
  /** The directory of the same root. */
  directoryId: signedParts.id,
  /** 1, 2, 3 …: each change makes the next. */
  serial: z.number().int().min(1).max(1_000_000_000),
  issuedAt: signedParts.instant,
});
export type OfficeProfile = z.infer<typeof officeProfileSchema>;

const prefixes: Readonly<Record<Acting, string>> = { holder: '', plt: 'Plt. ', plh: 'Plh. ', pj: 'Pj. ' };

/** The office of an official as papers name it: "Plt. Kepala Bagian Kepegawaian". */
export const officeOfOfficial = ({ acting, person }: Pick<Official, 'acting' | 'person'>): string =>
  person.position === '' ? '' : `${prefixes[acting]}${person.position}`;

/** Whom a profile names for a part in papers, with the office as papers name it; null: nobody. The first counts. */
export const officialFor = ({ officials }: Pick<OfficeContents, 'officials'>, role: Role): PersonInput | null => {
  const found = officials.find((official) => official.role === role);
  return found === undefined ? null : { ...found.person, position: officeOfOfficial(found) };
};
