import { id, line, optionalLine } from '@shared/domain/fields.ts';
import { typedNip } from '@shared/domain/identity/nip.ts';
import { personInput, personSchema } from '@shared/domain/identity/person.ts';
import { publicPersonSchema } from '@shared/domain/identity/public-person.ts';
import { z } from 'zod';
import { maxSearch, search } from './fields.ts';
import { command, query } from './method.ts';

/** What tells one person from another, as typed so far. */
const block = z.strictObject({ name: line(maxSearch), nip: search.overwrite(typedNip), unit: optionalLine });

/** Somebody who may be the one that was typed in: of the register with all that it has, or of the directory. */
const alikePerson = z.strictObject({
  entryId: id.nullable(),
  known: personInput.nullable(),
  shown: publicPersonSchema,
});
export type AlikePerson = z.infer<typeof alikePerson>;

/** The vault's register of people (Pegawai): whom forms can name. */
export const personsContract = {
  'persons.list': query({
    input: z.strictObject({ search: search.optional(), includeArchived: z.boolean().optional() }),
    output: z.array(personSchema.extend({ archived: z.boolean(), caseCount: z.number().int() })),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Adds (`personId` null) or changes a person. Acts keep the person as known when they were signed. */
  'persons.save': command({
    input: z.strictObject({ personId: z.string().nullable(), person: personInput }),
    output: personSchema,
    errors: ['unknownPerson', 'nipTaken'],
    needs: { session: 'unlocked' },
    changes: ['persons', 'session', 'exchange', 'competence', 'overview'],
  }),
  /** Whom somebody typed in may be, where nothing tells and nobody has answered yet. */
  'persons.alike': query({
    input: z.strictObject({ person: block }),
    output: z.array(alikePerson),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Keeps whether somebody is one of the directory, or not one of the register. */
  'persons.tellApart': command({
    input: z.strictObject({
      person: block,
      other: z.union([z.strictObject({ entryId: id }), z.strictObject({ person: block })]),
      same: z.boolean(),
    }),
    output: z.strictObject({}),
    errors: ['unknownEntry'],
    needs: { session: 'unlocked', confirmation: 'press' },
    changes: ['persons', 'exchange'],
  }),
  'persons.setArchived': command({
    input: z.strictObject({ personId: z.string(), archived: z.boolean() }),
    output: z.strictObject({}),
    errors: ['unknownPerson'],
    needs: { session: 'unlocked' },
    changes: ['persons', 'competence'],
  }),
} as const;
