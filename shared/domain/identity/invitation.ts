import { z } from 'zod';
import { requiredLine } from '../fields.ts';
import { personInput, someRoles } from './person.ts';
import { maxSignedFileBytes, signedParts } from './signed-file.ts';

const said = z.strictObject({
  invitationId: signedParts.id,
  institution: requiredLine,
  /** Base64 of the whole directory file. */
  directory: z.base64().max(maxSignedFileBytes),
  person: personInput,
  roles: someRoles,
  issuedAt: signedParts.instant,
});

/**
 * Payload of an invitation (berkas undangan): with it a new vault begins with the institution, its directory and the
 * person's own identity filled in. Signed by the root key of the directory inside. v2 alone, which programs of 0.3 do
 * not read, brings the institution's profile as well: Base64 of its whole file.
 */
export const invitationSchema = z.discriminatedUnion('format', [
  said.extend({ format: z.literal('bilik/invitation/v1') }),
  said.extend({ format: z.literal('bilik/invitation/v2'), profile: z.base64().max(maxSignedFileBytes) }),
]);
export type Invitation = z.infer<typeof invitationSchema>;
