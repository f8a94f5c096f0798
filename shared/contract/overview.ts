import { settlingReasons } from '@shared/domain/audit/clock.ts';
import { actTypeSchema } from '@shared/domain/case/act-type.ts';
import { followUpStandings } from '@shared/domain/case/follow-ups.ts';
import { sessionStates } from '@shared/domain/case/state.ts';
import { day } from '@shared/domain/fields.ts';
import { z } from 'zod';
import { clockDoubt } from './fields.ts';
import { command, query } from './method.ts';

const session = z.strictObject({
  caseId: z.string(),
  employeeName: z.string(),
  /** The act that scheduled it (or its latest rescheduling). */
  hash: z.string(),
  date: z.string(),
  startTime: z.string(),
  /** WIB, WITA or WIT; empty where its act does not say it. */
  zone: z.string(),
  minutes: z.number().int(),
  place: z.string(),
  state: z.enum(sessionStates),
});
export type SessionEntry = z.infer<typeof session>;

/** A follow-up that was decided: what it is, who does it by when, and how it stands (law: progress). */
const followUp = z.strictObject({
  caseId: z.string(),
  employeeName: z.string(),
  item: z.number().int(),
  /** Code of its kind; null where this vault has no more of the decision than that there is one. */
  kind: z.string().nullable(),
  personInCharge: z.string(),
  /** Empty: none was set. */
  dueDate: z.string(),
  standing: z.enum(followUpStandings),
});
export type FollowUpEntry = z.infer<typeof followUp>;

/** What Beranda, Jadwal and the register of follow-ups show. */
export const overviewContract = {
  'overview.home': query({
    input: z.strictObject({ today: day }),
    output: z.strictObject({
      /** What speaks against the clock of this computer; null: nothing. */
      clock: clockDoubt.nullable(),
      /** Files in which the holder may do what is due ("Menunggu Anda"). */
      waiting: z.array(
        z.strictObject({
          caseId: z.string(),
          employeeName: z.string(),
          due: actTypeSchema,
          /** Of copies that are due to the employee, the acts that they are of; empty for everything else. */
          copiesOf: z.array(actTypeSchema),
          since: z.string(),
        }),
      ),
      today: z.array(session),
      upcoming: z.array(session),
      /** Follow-ups still to do by a day, the earliest. */
      followUps: z.array(followUp),
      drafts: z.array(
        z.strictObject({
          draftId: z.string(),
          kind: z.string(),
          caseId: z.string().nullable(),
          subjectKey: z.string(),
          /** Person of the register that it is about; null for none, or one who is new. */
          personId: z.string().nullable(),
          /** Name of that person, or of the employee of its case. */
          employeeName: z.string().nullable(),
          updatedAt: z.string(),
          /** False: it no longer fits its form, its text is there to copy. */
          fits: z.boolean(),
        }),
      ),
      /** Files about the wrong employee, to be erased on the day `since` (law: mistaken). */
      toErase: z.array(
        z.strictObject({ caseId: z.string(), listNumber: z.string(), openedAt: z.string(), since: z.string() }),
      ),
      /** Files by phase. */
      caseload: z.array(z.strictObject({ phase: z.string(), count: z.number().int() })),
    }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** The holder says that the clock is right now; nothing is changed where nobody doubts it. */
  'overview.stateClock': command({
    input: z.strictObject({ reason: z.enum(settlingReasons) }),
    output: z.strictObject({}),
    errors: [],
    needs: { session: 'unlocked' },
    changes: ['overview'],
  }),
  'overview.schedule': query({
    input: z.strictObject({ from: day, to: day }),
    output: z.array(session),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Register of follow-ups: all that were decided, earliest due first. */
  'overview.followUps': query({
    input: z.strictObject({}),
    output: z.array(followUp),
    errors: [],
    needs: { session: 'unlocked' },
  }),
} as const;
