import { listFormats, listRequest } from '@shared/domain/lists/list-choice.ts';
import { z } from 'zod';
import { command, exportErrors } from './method.ts';

/** Lists of the office: the register, follow-ups, sessions, learning hours. Who may make which: `listRoles`. */
export const listsContract = {
  /** Makes a list to look at: what stands above it and its first rows, numbers of people masked. Nothing leaves. */
  'lists.prepare': command({
    input: listRequest,
    output: z.strictObject({
      title: z.string(),
      facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
      columns: z.array(z.string()),
      rows: z.array(z.array(z.string())),
      /** Rows of the whole list. */
      total: z.number().int(),
    }),
    errors: ['roleMissing'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /**
   * Saves a list outside of the vault, encrypted by a passphrase that is chosen in the window of confirmation, or as it
   * is.
   */
  'lists.export': command({
    input: listRequest.extend({ format: z.enum(listFormats), protection: z.enum(['passphrase', 'none']) }),
    output: z.strictObject({ saved: z.boolean(), rows: z.number().int() }),
    errors: ['roleMissing', 'weakPassphrase', 'printFailed', ...exportErrors],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
  /** Prints a list on paper by the system's dialog. */
  'lists.print': command({
    input: listRequest,
    output: z.strictObject({ printed: z.boolean(), rows: z.number().int() }),
    errors: ['roleMissing', 'printFailed'],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
} as const;
