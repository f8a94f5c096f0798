import { auditKindNames } from '@shared/domain/audit/kinds.ts';
import { hash, natural } from '@shared/domain/fields.ts';
import { z } from 'zod';
import { command, exportErrors, query } from './method.ts';

/** The two chains: of the cases and everything around them, and of the private notebook. */
const store = z.enum(['records', 'notes']);
const seq = z.number().int().min(1);

/** What an identifier names, looked up in this vault now; null where it says nothing or is no longer there. */
const about = z.strictObject({
  caseId: z.string().nullable(),
  /** Employee of that case. */
  employeeName: z.string().nullable(),
  /** Name of a person, or of a file or note. */
  name: z.string().nullable(),
  /** Act type, kind of a document or form, reason for a lock. */
  detail: z.string().nullable(),
});
export type AuditAbout = z.infer<typeof about>;

const entry = z.strictObject({
  seq,
  at: z.string(),
  /** Of `auditKinds`, or one that a later version wrote. */
  kind: z.string(),
  subject: z.string(),
  about,
});
export type AuditListEntry = z.infer<typeof entry>;

const chain = z.strictObject({
  /** Length and head of the part that is good. */
  entries: natural,
  head: hash,
  /** The first entry that does not follow from those before it. */
  broken: z.strictObject({ seq, reason: z.enum(['sequence', 'link', 'hash']) }).nullable(),
});
export type AuditChain = z.infer<typeof chain>;

const witness = z.strictObject({
  keyFingerprint: z.string(),
  /** Who holds the key, as the directory says. */
  name: z.string().nullable(),
  /** Up to which entry the chain was seen; when a head does not hold, the first such. */
  size: natural,
  /** When that was taken in here. */
  at: z.string(),
  verdict: z.enum(['holds', 'ahead', 'differs']),
});
export type AuditWitness = z.infer<typeof witness>;

/** Jejak audit: who did and saw what in this vault. */
export const auditContract = {
  /** Entries before `before` (null: the latest), the latest first. */
  'audit.list': query({
    input: z.strictObject({
      store,
      before: seq.nullable(),
      limit: z.number().int().min(1).max(200),
      /** Only these; all when left out. */
      kinds: z.array(z.enum(auditKindNames)).min(1).max(auditKindNames.length).optional(),
    }),
    output: z.strictObject({ entries: z.array(entry), more: z.boolean() }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Recomputes both chains, and compares the first with the heads that others saw of it. */
  'audit.verify': command({
    input: z.strictObject({}),
    output: z.strictObject({ records: chain, notes: chain, witnesses: z.array(witness) }),
    errors: [],
    needs: { session: 'unlocked' },
    changes: ['audit'],
  }),
  /** Saves a chain with a signed checkpoint where the system's dialog says. `bilik verify` checks the file. */
  'audit.export': command({
    input: z.strictObject({ store }),
    output: z.strictObject({ saved: z.boolean(), entries: z.number().int() }),
    errors: [...exportErrors],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['audit'],
  }),
  /** Length and head of a chain now, as a signed note (https://c2sp.org/signed-note), and the key that checks it. */
  'audit.checkpoint': query({
    input: z.strictObject({ store }),
    output: z.strictObject({ note: z.string(), verifierKey: z.string() }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
} as const;
