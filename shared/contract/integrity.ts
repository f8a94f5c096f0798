import { z } from 'zod';
import { command, query } from './method.ts';

/** What is checked, in this order. */
export const checkSteps = ['structure', 'links', 'acts', 'files', 'rows'] as const;

const finding = z.strictObject({
  /** Name of the file in the vault folder. */
  file: z.string(),
  /** Its text is `finding.<code>` in i18n. */
  code: z.string(),
  /** For the placeholders of its text. */
  details: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly()]))
    .optional(),
});
export type IntegrityFinding = z.infer<typeof finding>;

/** Whether the open vault is whole: rows counted soon after each opening, everything on demand. */
export const integrityContract = {
  'integrity.status': query({
    input: z.strictObject({}),
    output: z.strictObject({
      /** When all rows were counted since the opening; null: not yet. */
      rowsAt: z.string().nullable(),
      /** When everything was checked since the opening; null: not. */
      wholeAt: z.string().nullable(),
      findings: z.array(finding),
      /** True when some of it can be taken as it is (`integrity.accept`); until then no backup passes its check. */
      acceptable: z.boolean(),
      /** The part that is being checked; null: none. */
      step: z.enum(checkSteps).nullable(),
    }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Checks everything; answers when that is done. */
  'integrity.check': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: ['checkRunning', 'checkCancelled'],
    needs: { session: 'unlocked' },
    changes: ['integrity'],
  }),
  /** Breaks off the check that runs. */
  'integrity.cancel': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** Takes rows that do not fit, and a database that is older than it was, for what is right from now on. */
  'integrity.accept': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: ['checkRunning', 'checkCancelled'],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['integrity'],
  }),
} as const;
