import { id } from '@shared/domain/fields.ts';
import { packageKinds } from '@shared/domain/package/manifest.ts';
import { z } from 'zod';
import { peer } from './exchange.ts';
import { command, query } from './method.ts';

/** What was sent and taken in. */
const journalEntry = z.strictObject({
  packageId: id,
  direction: z.enum(['out', 'in']),
  kind: z.enum(packageKinds),
  peer,
  counter: z.number().int(),
  caseId: id.nullable(),
  employeeName: z.string(),
  at: z.string(),
  /** Out: when the other side took it in; null: not known. */
  receivedAt: z.string().nullable(),
  /** Out: a later package holds its acts again. */
  replaced: z.boolean(),
  acts: z.number().int(),
});
export type JournalEntry = z.infer<typeof journalEntry>;

/** What went out and came in, and what others are told of a vault that was put back. */
export const exchangeJournalContract = {
  /** Packages sent and taken in, the latest first, and what is known to be missing. */
  'exchange.journal': query({
    input: z.strictObject({}),
    output: z.strictObject({
      entries: z.array(journalEntry),
      /** Counters that never came, by sender. */
      missing: z.array(z.strictObject({ peer, counters: z.array(z.number().int()) })),
      /** People from whom something came since the last receipt was made for them. */
      receiptsDue: z.array(z.strictObject({ peer, since: z.string() })),
    }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Begins a new epoch: this vault was restored from a copy. What others have is offered again. */
  'exchange.renewEpoch': command({
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['exchange'],
  }),
} as const;
