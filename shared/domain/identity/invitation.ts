import { z } from 'zod';
import { requiredLine } from '../fields.ts';
import { personInput, someRoles } from './person.ts';
import { maxSignedFileBytes, signedParts } from './signed-file.ts';

/**
 * Payload of an invitation (berkas undangan): with it a new vault begins with the institution, its directory and the
 * person's own identity filled in. Signed by the root key of the directory inside.
 */
export const invitationSchema = z.strictObject({
  format: z.literal('bilik/invitation/v1'),
  invitationId: signedParts.id,
  institution: requiredLine,
  /** Base64 of the whole directory file. */
  directory: z.base64().max(maxSignedFileBytes),
  person: personInput,
  roles: someRoles,
  issuedAt: signedParts.instant,
});
export type Invitation = z.infer<typeof invitationSchema>;
