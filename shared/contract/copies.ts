import { correctionAnswers } from '@shared/domain/case/content/follow-up.ts';
import { actHashSchema } from '@shared/domain/case/header.ts';
import { day, id, optionalText, requiredText } from '@shared/domain/fields.ts';
import { z } from 'zod';
import { peer } from './exchange.ts';
import { clockAnswer, clockErrors } from './fields.ts';
import { command, query } from './method.ts';

/** Copies that an employee has of single acts, and what the employee says of them. */
export const copiesContract = {
  /** Copies that an employee received, and whether receipt was acknowledged by signature. */
  'exchange.copies': query({
    input: z.strictObject({}),
    output: z.array(
      z.strictObject({
        hash: actHashSchema,
        caseId: id,
        releasedBy: z.string(),
        date: z.string(),
        documentId: z.string().nullable(),
        acknowledgedAt: z.string().nullable(),
        /** Whether it is of a communication, which the employee may answer, and when that was done. */
        answerable: z.boolean(),
        answeredAt: z.string().nullable(),
        /** Requests that the act be corrected of which it is a copy; `answer` null: none yet. */
        requests: z.array(
          z.strictObject({
            askedAt: z.string(),
            request: z.string(),
            answer: z.enum(correctionAnswers).nullable(),
            reason: z.string(),
          }),
        ),
        /** To whom the acknowledgement goes; null when that person has no vault in the directory. */
        releaser: peer.nullable(),
      }),
    ),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** The employee signs that a copy was received, with an answer if wanted. */
  'exchange.acknowledgeCopy': command({
    input: z.strictObject({
      hash: actHashSchema,
      date: day,
      response: optionalText,
      clock: clockAnswer,
    }),
    output: z.strictObject({ hash: actHashSchema }),
    errors: ['unknownAct', 'roleNotHeld', 'alreadyAcknowledged', 'contentInvalid', ...clockErrors],
    needs: { session: 'unlocked', confirmation: 'press' },
    changes: ['exchange'],
  }),
  /** The employee signs an answer to the communication that a copy is of; everybody on the file reads it. */
  'exchange.answerCopy': command({
    input: z.strictObject({
      hash: actHashSchema,
      date: day,
      response: requiredText,
      clock: clockAnswer,
    }),
    output: z.strictObject({ hash: actHashSchema }),
    errors: ['unknownAct', 'roleNotHeld', 'notAnswerable', 'communicationAnswered', 'contentInvalid', ...clockErrors],
    needs: { session: 'unlocked', confirmation: 'press' },
    changes: ['exchange'],
  }),
  /** The employee asks that the act be corrected of which this is a copy. */
  'exchange.askCorrection': command({
    input: z.strictObject({ hash: actHashSchema, date: day, request: requiredText, clock: clockAnswer }),
    output: z.strictObject({ hash: actHashSchema }),
    errors: ['unknownAct', 'roleNotHeld', 'correctionAsked', 'contentInvalid', ...clockErrors],
    needs: { session: 'unlocked', confirmation: 'press' },
    changes: ['exchange'],
  }),
} as const;
