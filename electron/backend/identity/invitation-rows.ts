import { type PersonInput, personInput, type Role, roleSchema } from '@shared/domain/identity/person.ts';
import { signedParts } from '@shared/domain/identity/signed-file.ts';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { invitations } from '../db/exchange-schema.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { readMeta, writeMeta } from '../db/meta-json.ts';

/** An invitation that this vault issued. */
export interface IssuedInvitation {
  readonly invitationId: string;
  readonly person: PersonInput;
  readonly roles: readonly Role[];
  readonly createdAt: string;
  /** Entry of the directory that answers it; null until then. */
  readonly entryId: string | null;
}

const toIssued = (row: typeof invitations.$inferSelect): IssuedInvitation => ({
  invitationId: row.id,
  person: personInput.parse(row.person),
  roles: z.array(roleSchema).parse(row.roles),
  createdAt: row.createdAt,
  entryId: row.entryId,
});

/** Every invitation that this vault issued, the latest first. */
export const listIssued = (tx: RecordsReader): IssuedInvitation[] =>
  tx.select().from(invitations).orderBy(desc(invitations.createdAt), desc(invitations.id)).all().map(toIssued);

/** An invitation that this vault issued. */
export const findIssued = (tx: RecordsReader, invitationId: string): IssuedInvitation | undefined => {
  const row = tx.select().from(invitations).where(eq(invitations.id, invitationId)).get();
  return row && toIssued(row);
};

/** Forgets an invitation that was not issued after all. */
export const deleteIssued = (tx: RecordsWriter, invitationId: string): void => {
  tx.delete(invitations).where(eq(invitations.id, invitationId)).run();
};

/** Keeps an invitation that was issued. */
export const insertIssued = (tx: RecordsWriter, { invitationId, ...rest }: Omit<IssuedInvitation, 'entryId'>): void => {
  tx.insert(invitations)
    .values({ id: invitationId, ...rest })
    .run();
};

/** Notes which entry answers an invitation, unless one does already. */
export const settleIssued = (tx: RecordsWriter, invitationId: string, entryId: string): void => {
  tx.update(invitations)
    .set({ entryId })
    .where(and(eq(invitations.id, invitationId), isNull(invitations.entryId)))
    .run();
};

const answered = z.strictObject({ invitationId: signedParts.id });

/** The invitation that this vault was made with; null when none. */
export const answeredInvitation = (tx: RecordsReader): string | null =>
  readMeta(tx, 'invitation', answered)?.invitationId ?? null;

/** Notes with which invitation this vault was made. */
export const writeAnswered = (tx: RecordsWriter, invitationId: string): void =>
  writeMeta(tx, 'invitation', { invitationId });
