import { logoTypes } from '@shared/domain/office/picture.ts';
import { officeContents } from '@shared/domain/office/profile.ts';
import { z } from 'zod';
import { fileToken } from './fields.ts';
import { signedFileErrors } from './identity.ts';
import { command, exportErrors, query } from './method.ts';
import { settingsSchema } from './settings.ts';

/** Which kop, numbers and officials count: those of the institution's profile, or those typed in this vault. */
export const officeSources = ['profile', 'own'] as const;
export type OfficeSource = (typeof officeSources)[number];

const officeState = z.strictObject({
  source: z.enum(officeSources),
  /** The newest profile of the directory that is trusted, whether it counts or not; null: there is none. */
  profile: z
    .strictObject({ contents: officeContents, serial: z.number().int(), issuedAt: z.string(), takenAt: z.string() })
    .nullable(),
  /** What the form of whoever publishes it begins with; null: this vault does not. */
  beginsWith: officeContents.nullable(),
});

/** The institution's profile (profil instansi): kop, logo, town, officials, numbers, for all its papers. */
export const officeContract = {
  'office.get': query({ input: z.strictObject({}), output: officeState, errors: [], needs: { session: 'unlocked' } }),
  /** Settings in force: as typed, and of the institution what its profile says, where that counts. */
  'office.settings': query({
    input: z.strictObject({}),
    output: settingsSchema,
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Reads a file as a logo; what nobody needs to draw it is left out. */
  'office.readLogo': query({
    input: z.strictObject({ fileToken }),
    output: z.strictObject({
      logo: z.strictObject({ mediaType: z.enum(logoTypes), data: z.string() }),
      width: z.number().int(),
      height: z.number().int(),
    }),
    errors: ['unknownToken', 'fileUnreadable', 'logoNotPicture', 'logoTooLarge', 'logoTooManyPixels'],
    needs: { session: 'unlocked' },
  }),
  /** Signs the next profile with the root key. */
  'office.publish': command({
    input: officeContents,
    output: officeState,
    errors: ['notPublisher', 'clockDoubted', 'logoNotPicture'],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['office'],
  }),
  /** Takes in a newer profile of the trusted root. */
  'office.take': command({
    input: z.strictObject({ fileToken }),
    output: officeState,
    errors: [...signedFileErrors, 'noDirectory', 'profileOlder', 'profileFork', 'profileOtherRoot'],
    needs: { session: 'unlocked' },
    changes: ['office'],
  }),
  /** Saves the profile, to be given to members. */
  'office.export': command({
    input: z.strictObject({}),
    output: z.strictObject({ saved: z.boolean() }),
    errors: ['noProfile', ...exportErrors],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** Says which counts here: the profile, or what was typed. */
  'office.choose': command({
    input: z.strictObject({ source: z.enum(officeSources) }),
    output: officeState,
    errors: [],
    needs: { session: 'unlocked' },
    changes: ['office'],
  }),
} as const;
