import { attachmentRefSchema, fileName } from '@shared/domain/case/body.ts';
import { id, natural } from '@shared/domain/fields.ts';
import { z } from 'zod';
import { piece } from './fields.ts';
import { command, exportErrors, query } from './method.ts';

/** Largest attachment: 50 MB. */
export const maxAttachmentBytes = 50_000_000;

/** In which database a file is kept: with the case, or among the private notes. */
const store = z.enum(['records', 'notes']);
const attachmentId = id;

/** Files that belong to acts or notes, streamed in pieces and encrypted as rows. */
export const attachmentsContract = {
  /** Starts taking in a file that was dropped or pasted; the pieces follow. */
  'attachments.begin': command({
    input: z.strictObject({
      store,
      caseId: z.string().nullable(),
      ...fileName,
      size: natural,
    }),
    output: z.strictObject({ attachmentId }),
    errors: ['unknownCase', 'attachmentTooLarge', 'attachmentEmpty'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** The next piece, in order. */
  'attachments.append': command({
    input: z.strictObject({ store, attachmentId, offset: natural, bytes: z.instanceof(Uint8Array) }),
    output: z.strictObject({}),
    errors: ['unknownAttachment', 'attachmentOrder', 'attachmentTooLarge'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  'attachments.finish': command({
    input: z.strictObject({ store, attachmentId }),
    output: attachmentRefSchema,
    errors: ['unknownAttachment', 'attachmentIncomplete', 'attachmentIsList'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** Takes in a file chosen in a dialog, read by the backend. */
  'attachments.addFile': command({
    input: z.strictObject({ store, caseId: z.string().nullable(), fileToken: z.string() }),
    output: attachmentRefSchema,
    errors: [
      'unknownToken',
      'unknownCase',
      'attachmentTooLarge',
      'attachmentEmpty',
      'attachmentIsList',
      'fileUnreadable',
    ],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** Removes a file that no act uses. */
  'attachments.discard': command({
    input: z.strictObject({ store, attachmentId }),
    output: z.strictObject({}),
    errors: ['unknownAttachment', 'attachmentInUse'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  'attachments.info': query({
    input: z.strictObject({ store, attachmentId }),
    output: attachmentRefSchema,
    errors: ['unknownAttachment'],
    needs: { session: 'unlocked' },
  }),
  'attachments.read': query({
    input: z.strictObject({
      store,
      attachmentId,
      ...piece,
    }),
    output: z.strictObject({ bytes: z.instanceof(Uint8Array), size: z.number().int() }),
    errors: ['unknownAttachment'],
    needs: { session: 'unlocked' },
  }),
  /**
   * Deliberate export of one file of a case to where the system's dialog says. For a file of a private note there is
   * `notes.exportFile` alone.
   */
  'attachments.export': command({
    input: z.strictObject({ attachmentId }),
    output: z.strictObject({ saved: z.boolean() }),
    errors: ['unknownAttachment', ...exportErrors],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
} as const;
