import { classification } from '@shared/domain/case/content/fields.ts';
import { burdensomeKinds, followUpKinds } from '@shared/domain/case/content/follow-up.ts';
import { numberingSchema } from '@shared/domain/documents/numbering.ts';
import { defaultPlaceholders, placeholdersSchema } from '@shared/domain/documents/placeholders.ts';
import { optionalLine, optionalText, ownCode, requiredLine } from '@shared/domain/fields.ts';
import { personInput, personSchema, someRoles } from '@shared/domain/identity/person.ts';
import { z } from 'zod';
import { command, query } from './method.ts';

/** Minutes and days between which a holder may choose, and how much of each list settings hold. */
export const settingsLimits = {
  idleMinutes: { min: 1, max: 60 },
  reminderDays: { min: 1, max: 365 },
  correctionDays: { min: 1, max: 365 },
  customFollowUps: 50,
  caseFilters: 50,
} as const;

/** Our own proposal: no source names a term. */
export const firstCorrectionDays = 14;

const within = ({ min, max }: { readonly min: number; readonly max: number }) => z.number().int().min(min).max(max);

/** Everything a holder may set; kept encrypted in records.db. */
export const settingsSchema = z.strictObject({
  institution: z.strictObject({ name: requiredLine, address: optionalLine, city: optionalLine, contact: optionalLine }),
  numbering: numberingSchema,
  /** Words in a DOCX that an office's own system replaces; settings of before say none. */
  placeholders: placeholdersSchema.default(defaultPlaceholders),
  defaultClassification: classification,
  /** Minutes without a person at the keyboard after which the vault locks. */
  idleMinutes: within(settingsLimits.idleMinutes),
  /** Days after which what waits is shown as late; no source gives deadlines (law: deadlines). */
  reminderDays: within(settingsLimits.reminderDays),
  /** Days in which a request that an act be corrected is to be answered (law: rectify); settings of before say none. */
  correctionDays: within(settingsLimits.correctionDays).default(firstCorrectionDays),
  /** Head of the personnel unit and authorised official, offered in forms. */
  personnelHead: personInput.nullable(),
  authorisedOfficial: personInput.nullable(),
  assessorSuperior: personInput.nullable(),
  /** Further follow-ups of the institution, beside the listed ones (law: followUpList). */
  customFollowUps: z.array(z.strictObject({ code: ownCode, label: requiredLine })).max(settingsLimits.customFollowUps),
  /** Codes of follow-ups that weigh on the employee, who is asked for an answer first (law: burdensome). */
  burdensomeFollowUps: z
    .array(ownCode)
    .max(followUpKinds.length + settingsLimits.customFollowUps)
    .default([...burdensomeKinds]),
  /** The way of objection, printed beside such a follow-up; empty: none is. */
  objectionWay: optionalText.default(''),
  /** Which reference list of conduct is used. */
  conductList: z.enum(['berakhlak', 'pp30']),
  /** Saved filters of the list of files. */
  caseFilters: z
    .array(z.strictObject({ name: requiredLine, filter: z.string().max(2000) }))
    .max(settingsLimits.caseFilters),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsContract = {
  'settings.get': query({
    input: z.strictObject({}),
    output: settingsSchema,
    errors: [],
    needs: { session: 'unlocked' },
  }),
  'settings.set': command({
    input: settingsSchema,
    output: z.strictObject({}),
    errors: ['numberTemplateInvalid'],
    needs: { session: 'unlocked' },
    changes: ['settings', 'session', 'office'],
  }),
  /** The holder: identity block and roles (claimed by oneself: good for paper work alone). */
  'profile.save': command({
    input: z.strictObject({ person: personInput, roles: someRoles }),
    output: personSchema,
    errors: [],
    needs: { session: 'unlocked' },
    /**
     * The holder's roles decide what waits and what may be done; the name, of which records one is a party. Who ceases
     * to be a counsellor is asked about the own notes.
     */
    changes: ['session', 'identity', 'persons', 'competence', 'case', 'overview', 'guidance', 'notes'],
  }),
} as const;
