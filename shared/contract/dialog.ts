import { z } from 'zod';
import { command } from './method.ts';

/** System dialogs. The window gets an opaque token for what was chosen; the path stays outside. */
export const dialogContract = {
  'dialog.chooseFolder': command({
    input: z.strictObject({ purpose: z.enum(['openVault', 'newVaultParent', 'backups']) }),
    output: z.strictObject({ token: z.string(), label: z.string() }).nullable(),
    errors: [],
    needs: { session: 'none' },
    changes: [],
  }),
  /** The invitation with which a new vault begins. */
  'dialog.chooseInvitation': command({
    input: z.strictObject({}),
    output: z.strictObject({ token: z.string(), name: z.string(), size: z.number().int() }).nullable(),
    errors: [],
    needs: { session: 'none' },
    changes: [],
  }),
  /** A backup that shall become a vault. */
  'dialog.chooseBackup': command({
    input: z.strictObject({}),
    output: z.strictObject({ token: z.string(), name: z.string(), size: z.number().int() }).nullable(),
    errors: [],
    needs: { session: 'none' },
    changes: [],
  }),
  /** Files that may become attachments, a PDF signed outside, what comes from other vaults, a table, a certificate. */
  'dialog.chooseFiles': command({
    input: z.strictObject({ purpose: z.enum(['attachment', 'signedDocument', 'exchange', 'csv', 'certificate']) }),
    output: z.array(z.strictObject({ token: z.string(), name: z.string(), size: z.number().int() })),
    errors: [],
    needs: { session: 'unlocked' },
    changes: [],
  }),
} as const;
