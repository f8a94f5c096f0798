import { classification } from '@shared/domain/case/content/fields.ts';
import { personInput, personSchema, roleSchema } from '@shared/domain/identity/person.ts';
import { z } from 'zod';
import { method } from './method.ts';

const line = z.string().trim().max(300);

/** Everything a holder may set; kept encrypted in records.db. */
export const settingsSchema = z.strictObject({
  institution: z.strictObject({ name: line.min(1), address: line, city: line, contact: line }),
  /** Document numbers, e.g. `{derajat}-{nomor}/{kode_jabatan}/{klasifikasi}/{bulan}/{tahun}`. */
  numbering: z.strictObject({ template: line.min(1), positionCode: line, classificationCode: line }),
  defaultClassification: classification,
  /** Minutes without a person at the keyboard after which the vault locks. */
  idleMinutes: z.number().int().min(1).max(60),
  /** Days after which what waits is shown as late; no source gives deadlines, so this is the holder's own. */
  reminderDays: z.number().int().min(1).max(365),
  /** Head of the personnel unit and authorised official, offered in forms. */
  personnelHead: personInput.nullable(),
  authorisedOfficial: personInput.nullable(),
  assessorSuperior: personInput.nullable(),
  /** Further follow-ups of the institution, beside those of PermenPANRB 8/2021. */
  customFollowUps: z
    .array(z.strictObject({ code: z.string().regex(/^[a-zA-Z0-9]{1,40}$/), label: line.min(1) }))
    .max(50),
  /** Which reference list of conduct is used. */
  conductList: z.enum(['berakhlak', 'pp30']),
  /** Saved filters of the list of files. */
  caseFilters: z.array(z.strictObject({ name: line.min(1), filter: z.string().max(2000) })).max(50),
});
export type Settings = z.infer<typeof settingsSchema>;

export const settingsContract = {
  'settings.get': method({
    input: z.strictObject({}),
    output: settingsSchema,
    errors: [],
    needs: { session: 'unlocked' },
  }),
  'settings.set': method({
    input: settingsSchema,
    output: z.strictObject({}),
    errors: ['numberTemplateInvalid'],
    needs: { session: 'unlocked' },
  }),
  /** The holder: identity block and roles (claimed by oneself: good for paper work alone). */
  'profile.save': method({
    input: z.strictObject({ person: personInput, roles: z.array(roleSchema).min(1) }),
    output: personSchema,
    errors: [],
    needs: { session: 'unlocked' },
  }),
} as const;
