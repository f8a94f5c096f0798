import { fileName } from '@shared/domain/case/body.ts';
import { natural } from '@shared/domain/fields.ts';
import { partLimits } from '@shared/domain/package/manifest.ts';
import { z } from 'zod';
import { fileToken } from './fields.ts';
import { command, query } from './method.ts';

/** Largest file that may come from another vault, in bytes; a package has less. */
export const maxIncomingBytes = 400_000_000;

/** Files from other vaults that were dropped on the window: taken in piece by piece, before anybody looks at them. */
export const incomingContract = {
  /**
   * Starts taking in a file that was dropped; the pieces follow. A package lies encrypted beside the vault until it has
   * served or until lock, a card, directory or invitation in memory; of anything else nothing is kept.
   */
  'exchange.begin': command({
    input: z.strictObject({ name: fileName.name, size: z.number().int().min(1).max(maxIncomingBytes) }),
    output: z.strictObject({ incomingId: z.string() }),
    errors: ['packageTooLarge'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  'exchange.append': command({
    input: z.strictObject({ incomingId: z.string(), offset: natural, bytes: z.instanceof(Uint8Array) }),
    output: z.strictObject({}),
    errors: ['unknownIncoming', 'attachmentOrder', 'folderReadOnly'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** The file as a token, like one that a dialog gave. */
  'exchange.finish': command({
    input: z.strictObject({ incomingId: z.string() }),
    output: z.strictObject({ token: fileToken, name: z.string(), size: z.number().int() }),
    errors: ['unknownIncoming', 'attachmentIncomplete'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /**
   * Which of the files that came together belong together: parts of one package, by what is in them, whatever they are
   * called. In the order in which they came. What was not kept as a package is in no group.
   */
  'exchange.group': query({
    input: z.strictObject({ fileTokens: z.array(fileToken).min(1).max(partLimits.count) }),
    output: z.strictObject({ groups: z.array(z.array(fileToken)) }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
} as const;
