import { attachmentRefSchema } from '@shared/domain/case/body.ts';
import { programmeElements, programmeSetting } from '@shared/domain/programme/elements.ts';
import { z } from 'zod';
import { revision } from './fields.ts';
import { command, query } from './method.ts';

const element = z.enum(programmeElements);

/** What was set for an element at some time, with its files. */
const version = z.strictObject({
  /** 1 for the first, then 2, 3 … */
  revision: z.number().int(),
  setting: programmeSetting,
  attachments: z.array(attachmentRefSchema),
  savedAt: z.string(),
});
export type ProgrammeVersion = z.infer<typeof version>;

/** The coaching and mentoring programme of the institution: what is set for each element, and what was set before. */
export const programmeContract = {
  /** Every element with its present setting; `current` null: nothing was ever written. */
  'programme.get': query({
    input: z.strictObject({}),
    output: z.array(z.strictObject({ element, current: version.nullable() })),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Settings of one element, the latest first; at most the latest 200. */
  'programme.history': query({
    input: z.strictObject({ element }),
    output: z.array(version),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /**
   * Writes the next setting of an element; earlier ones stay readable. `revision`: of the setting that the person had
   * before her (0: none). A setting that changes nothing is not written again. Files belong to no case.
   */
  'programme.saveElement': command({
    input: z.strictObject({ element, revision, setting: programmeSetting }),
    output: z.strictObject({ revision: z.number().int() }),
    errors: ['programmeChanged', 'programmeEndsFirst', 'unknownAttachment'],
    needs: { session: 'unlocked' },
    changes: ['programme'],
  }),
} as const;
