import { id, natural } from '@shared/domain/fields.ts';
import { z } from 'zod';
import { sealed } from './exchange.ts';
import { command, exportErrors, query } from './method.ts';

/** Who is asked after an erasure, and what came back. */
const askedReceiver = z.strictObject({
  erasureId: id,
  receiver: z.string(),
  files: natural,
  askedAt: z.string().nullable(),
  receivedAt: z.string().nullable(),
  answers: z.strictObject({ erased: natural, kept: natural, notHere: natural }),
});

/** What is to be said to somebody about erasures, and has no receipt yet. */
const erasureDue = z.strictObject({
  entryId: id,
  name: z.string(),
  asks: natural,
  answers: natural,
  /** When all of it was last sealed; null: some of it never was. */
  sealedAt: z.string().nullable(),
  /** The vault has shown the formats of version 0.3 alone: it cannot read this. */
  olderProgram: z.boolean(),
});

/** Requests to erase what another vault erased, and what is answered to them. */
export const erasureRequestsContract = {
  /** Requests to erase what one vault erased: who asks here, who was asked from here, what is to be said to whom. */
  'exchange.erasures': query({
    input: z.strictObject({}),
    output: z.strictObject({
      /** Files of this vault that others ask be erased, with their names. */
      requests: z.array(z.strictObject({ caseId: id, name: z.string() })),
      asked: z.array(askedReceiver),
      due: z.array(erasureDue),
    }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** What is to be said to the person about erasures: requests and answers that have no receipt yet. */
  'exchange.sealErasure': command({
    input: z.strictObject({ entryId: id }),
    output: sealed,
    errors: ['noDirectory', 'notCertified', 'unknownEntry', 'nothingToSend', ...exportErrors],
    needs: { session: 'unlocked' },
    changes: ['exchange'],
  }),
} as const;
