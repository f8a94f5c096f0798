import { personInput, personSchema } from '@shared/domain/identity/person.ts';
import { z } from 'zod';
import { search } from './fields.ts';
import { command, query } from './method.ts';

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
  'persons.setArchived': command({
    input: z.strictObject({ personId: z.string(), archived: z.boolean() }),
    output: z.strictObject({}),
    errors: ['unknownPerson'],
    needs: { session: 'unlocked' },
    changes: ['persons', 'competence'],
  }),
} as const;
