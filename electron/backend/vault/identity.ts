import { type Person, type PersonInput, type Role, roleSchema } from '@shared/domain/identity/person.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import type { Clock, Random } from '@shared/kernel/ports.ts';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { randomId } from '../crypto/random.ts';
import type { RecordsReader, RecordsWriter } from '../db/handles.ts';
import { persons, settings } from '../db/records-schema.ts';

/** Whose vault it is. */
export interface VaultIdentity {
  readonly person: Person;
  readonly roles: readonly Role[];
  readonly institution: string;
}

/** Setting `profile`: the holder's row in `persons`, and the roles. */
export const profileSchema = z.strictObject({ personId: z.string(), roles: z.array(roleSchema).min(1) });
/** Setting `institution`. Further fields may be added by whoever prints them. */
export const institutionSchema = z.looseObject({ name: z.string() });

const put = (tx: RecordsWriter, key: string, json: unknown): void => {
  tx.insert(settings).values({ key, json }).onConflictDoUpdate({ target: settings.key, set: { json } }).run();
};

/** Writes whose vault it is into a new vault. */
export const writeIdentity = (
  deps: { readonly clock: Clock; readonly random: Random },
  tx: RecordsWriter,
  identity: { readonly person: PersonInput; readonly roles: readonly Role[]; readonly institution: string },
): void => {
  const at = toIsoInstant(deps.clock.now());
  const personId = randomId(deps.random);
  tx.insert(persons)
    .values({ id: personId, ...identity.person, createdAt: at, updatedAt: at })
    .run();
  put(tx, 'profile', { personId, roles: identity.roles });
  put(tx, 'institution', { name: identity.institution });
};

const setting = (tx: RecordsReader, key: string): unknown =>
  tx.select().from(settings).where(eq(settings.key, key)).get()?.json;

/** Reads whose vault it is. Throws when the vault has none: it was never complete. */
export const readIdentity = (tx: RecordsReader): VaultIdentity => {
  const { personId, roles } = profileSchema.parse(setting(tx, 'profile'));
  const { name } = institutionSchema.parse(setting(tx, 'institution'));
  const row = tx.select().from(persons).where(eq(persons.id, personId)).get();
  if (row === undefined) throw new Error('the holder of the vault is not among its persons');
  const { nip, rank, position, unit, employmentStatus } = row;
  return {
    person: { personId, name: row.name, nip, rank, position, unit, employmentStatus },
    roles,
    institution: name,
  };
};
