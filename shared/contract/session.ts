import { personSchema, roleSchema } from '@shared/domain/identity/person.ts';
import { z } from 'zod';
import { languages } from '../i18n/index.ts';
import { lockAnswers } from './control.ts';
import { command, query } from './method.ts';
import { colorSchemes } from './preferences-file.ts';

/** What the lock page and every page need before anything else; lies unencrypted beside the list of vaults. */
export const preferencesSchema = z.strictObject({
  language: z.enum(languages),
  colorScheme: z.enum(colorSchemes),
});

/** Most characters of what a page remembers of itself. */
export const maxPlaceState = 20_000;

/** Where in the app the person was: a route and the state of its page, kept encrypted. */
export const placeSchema = z.strictObject({
  path: z.string().max(500),
  state: z.string().max(maxPlaceState).nullable(),
});

export const sessionContract = {
  /** Who is at work; `null` while locked. */
  'session.get': query({
    input: z.strictObject({}),
    output: z.strictObject({
      unlocked: z
        .strictObject({
          vaultId: z.string(),
          label: z.string(),
          person: personSchema,
          roles: z.array(roleSchema),
          institution: z.string(),
          /** Security code of the vault's signing key, as `fingerprintOf` writes it; the same in every call. */
          keyFingerprint: z.string(),
        })
        .nullable(),
      preferences: preferencesSchema,
      appVersion: z.string(),
    }),
    errors: [],
    needs: { session: 'none' },
  }),
  'session.setPreferences': command({
    input: preferencesSchema,
    output: z.strictObject({}),
    errors: ['folderReadOnly', 'folderMissing'],
    needs: { session: 'none' },
    changes: ['session'],
  }),
  'session.getPlace': query({
    input: z.strictObject({}),
    output: placeSchema.nullable(),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  'session.setPlace': command({
    input: placeSchema,
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** Tells that the page of the open vault has drawn: only now its window is shown, in the place of the lock page's. */
  'session.drawn': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** Answers the event `lockAsked`; heard only after it. */
  'session.answerLock': command({
    input: z.strictObject({ answer: z.enum(lockAnswers) }),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked', whileHeld: true },
    changes: [],
  }),
} as const;
