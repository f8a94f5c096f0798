import { conversionInput } from '@shared/domain/competence/conversion.ts';
import { verdicts } from '@shared/domain/competence/count.ts';
import { dayOrders } from '@shared/domain/competence/csv/days.ts';
import { competenceTypes, presentCompetences, standardInput } from '@shared/domain/competence/gaps.ts';
import { learningRecordFields, learningRecordInput } from '@shared/domain/competence/learning-record.ts';
import { planEvaluation, planInput, planLackCodes } from '@shared/domain/competence/plan.ts';
import { hiddenCounts } from '@shared/domain/competence/small-groups.ts';
import { hash, id, line, natural, year } from '@shared/domain/fields.ts';
import { employmentStatuses, personLimits } from '@shared/domain/identity/person.ts';
import { z } from 'zod';
import { csvOutcome, fileErrors, maxCsvShown, personAnswer, recordsOutcome } from './competence-file.ts';
import { fileToken, maxRemark, personId, revision, search } from './fields.ts';
import { command, exportErrors, query } from './method.ts';
import { evaluationView } from './plan-evaluation.ts';

/** JP figures are hundredths everywhere: 2.5 JP are 250. */
const jp = z.number().int();

/** Most rows of the ledger that one call gives. */
export const ledgerPage = 200;

const ledgerRow = z.strictObject({
  personId: z.string(),
  name: z.string(),
  position: z.string(),
  unit: z.string(),
  employmentStatus: z.enum(employmentStatuses),
  jp,
  /** Null: the status has no target. */
  target: jp.nullable(),
  /** Records that end in the year, taken back ones left out. */
  records: z.number().int(),
  /** Of these, those that count nothing. */
  uncounted: z.number().int(),
});
export type LedgerRow = z.infer<typeof ledgerRow>;

const countedRecord = learningRecordFields.extend({
  recordId: id,
  revision: z.number().int(),
  origin: z.enum(['typed', 'csv', 'guidance']),
  withdrawn: z.string().nullable(),
  year,
  /** What it earns, why, and by which rule. */
  jp,
  verdict: z.enum(verdicts),
  citation: z.string(),
  countsAs: id.nullable(),
  overlaps: z.boolean(),
});
export type CountedRecord = z.infer<typeof countedRecord>;

const version = z.strictObject({
  ...conversionInput.shape,
  versionNo: z.number().int(),
  publishedAt: z.string(),
  /** Why it was taken back, and when; it counts nothing. */
  withdrawn: z.strictObject({ reason: z.string(), at: z.string() }).nullable(),
  /** A wrong clock published it: it may be taken back. */
  withdrawable: z.boolean(),
});

const saved = z.strictObject({ saved: z.boolean(), rows: z.number().int() });

const gap = z.strictObject({
  type: z.enum(competenceTypes),
  name: z.string(),
  required: z.number().int(),
  present: z.number().int().nullable(),
});
const planLack = z.strictObject({
  code: z.enum(planLackCodes),
  name: z.string(),
});

/** A count by unit as it is told: small ones are hidden, and what would give them away. */
const told = z.union([z.number().int(), z.enum(hiddenCounts)]);
const unitCounts = z.strictObject({
  /** With a target, and of these those who reached it. */
  withTarget: told,
  reached: told,
  /** Competences short of the standard, of everyone who was assessed. */
  gaps: told,
  assessed: told,
});

/** Development of competence: learning records and JP, standards and gaps, annual plans. */
export const competenceContract = {
  /** Everyone of the register with the JP of one year. */
  'competence.ledger': query({
    input: z.strictObject({
      year,
      search,
      unit: z.string().max(personLimits.unit).nullable(),
      employmentStatus: z.enum(employmentStatuses).nullable(),
      belowTarget: z.boolean(),
      sort: z.enum(['name', 'jp']),
      offset: natural.max(1_000_000),
      limit: z.number().int().min(1).max(ledgerPage),
    }),
    output: z.strictObject({
      rows: z.array(ledgerRow),
      /** Of all rows that the filter lets through. */
      total: z.number().int(),
      reached: z.number().int(),
      jp,
      /** The version that counts for the year; 0: none was published. */
      versionNo: z.number().int(),
    }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Units of the register, and years in which anybody has a record. */
  'competence.filters': query({
    input: z.strictObject({}),
    output: z.strictObject({ units: z.array(z.string()), years: z.array(year) }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** One person's records with what each counts, and the years. */
  'competence.employee': query({
    input: z.strictObject({ personId }),
    output: z.strictObject({
      personId: z.string(),
      name: z.string(),
      position: z.string(),
      unit: z.string(),
      employmentStatus: z.enum(employmentStatuses),
      /** Latest year first; the present year is always among them. */
      years: z.array(
        z.strictObject({
          year,
          jp,
          target: jp.nullable(),
          targetCitation: z.string(),
          /** JP by part of 10:20:70; explained, not graded. */
          shares: z.strictObject({ formal: jp, social: jp, experience: jp }),
        }),
      ),
      records: z.array(countedRecord),
    }),
    errors: ['unknownPerson'],
    needs: { session: 'unlocked' },
  }),
  /** Adds (`recordId` null) or changes a learning record. */
  'competence.saveRecord': command({
    input: z.strictObject({
      personId,
      recordId: id.nullable(),
      revision,
      record: learningRecordInput,
      /**
       * The record of guidance that it is about: signed by all whom it asks; once for each who learned by it.
       */
      guidanceHash: hash.nullable(),
    }),
    output: z.strictObject({ recordId: id }),
    errors: [
      'unknownPerson',
      'unknownLearningRecord',
      'learningRecordChanged',
      'learningRecordWithdrawn',
      'unknownAttachment',
      'unknownRecord',
      'recordDamaged',
      'recordIncomplete',
      'guidanceNotOfPerson',
      'guidanceCountedAlready',
      'learningYearErased',
    ],
    needs: { session: 'unlocked' },
    changes: ['competence'],
  }),
  /** Takes a record back: it stays, with the reason, and counts no more. */
  'competence.withdrawRecord': command({
    input: z.strictObject({ recordId: id, reason: line(maxRemark).min(1) }),
    output: z.strictObject({}),
    errors: ['unknownLearningRecord', 'learningRecordWithdrawn'],
    needs: { session: 'unlocked' },
    changes: ['competence'],
  }),
  /** All published versions of the conversion table, the newest first. */
  'competence.tables': query({
    input: z.strictObject({}),
    output: z.array(version),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Publishes the next version; years before `fromYear` stay as they were. */
  'competence.publishTable': command({
    input: z.strictObject({ table: conversionInput }),
    output: z.strictObject({ versionNo: z.number().int() }),
    errors: ['versionInPast', 'versionBeforeLast', 'versionTooFar', 'clockDoubted'],
    needs: { session: 'unlocked' },
    changes: ['competence'],
  }),
  /** Takes back a version that a wrong clock published: it stays, with the reason, and counts nothing. */
  'competence.withdrawTable': command({
    input: z.strictObject({ versionNo: z.number().int().min(1), reason: line(maxRemark).min(1) }),
    output: z.strictObject({}),
    errors: ['unknownVersion', 'versionStands', 'clockDoubted'],
    needs: { session: 'unlocked' },
    changes: ['competence'],
  }),
  /**
   * Reads learning records from a CSV file; `store` null only tells what would come of it. Stored is the file that was
   * looked at (`seen`), once its days and people are clear and what is left out is agreed to.
   */
  'competence.importRecords': command({
    input: z.strictObject({
      fileToken,
      dayOrder: z.enum(dayOrders).nullable(),
      /** Who those of the file are that are nearly somebody known. */
      people: z.array(personAnswer).max(maxCsvShown.people).optional(),
      store: z.strictObject({ seen: hash, leaveOut: z.boolean() }).nullable(),
    }),
    output: recordsOutcome,
    errors: [...fileErrors, 'csvFileChanged', 'csvLeftOutUnsaid', 'csvOrderUnsaid', 'csvPeopleUnsaid'],
    needs: { session: 'unlocked' },
    changes: ['competence'],
  }),
  /** Reads the rows of a conversion table from a CSV file; nothing is published by it. */
  'competence.readTable': command({
    input: z.strictObject({ fileToken }),
    output: z.strictObject({ outcome: csvOutcome, rows: conversionInput.shape.rows }),
    errors: fileErrors,
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /**
   * Saves as CSV: the ledger of a year, all learning records that end in it, the rows of the table of that year, or the
   * institution's plan, which names nobody.
   */
  'competence.exportCsv': command({
    input: z.strictObject({ what: z.enum(['ledger', 'records', 'table', 'institutionPlan']), year }),
    output: saved,
    errors: exportErrors,
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
  /** Saves a CSV file that has the columns and no row, to be filled in a spreadsheet. */
  'competence.saveTemplate': command({
    input: z.strictObject({ what: z.enum(['records', 'table']) }),
    output: z.strictObject({ saved: z.boolean() }),
    errors: exportErrors,
    needs: { session: 'unlocked' },
    changes: [],
  }),
  'competence.standards': query({
    input: z.strictObject({}),
    output: z.array(standardInput.extend({ standardId: id, revision: z.number().int() })),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  'competence.saveStandard': command({
    input: z.strictObject({ standardId: id.nullable(), revision, standard: standardInput }),
    output: z.strictObject({ standardId: id }),
    errors: ['unknownStandard', 'standardChanged', 'positionHasStandard'],
    needs: { session: 'unlocked' },
    changes: ['competence'],
  }),
  /** What a person is able to do, against the standard of the position. */
  'competence.competences': query({
    input: z.strictObject({ personId }),
    output: z.strictObject({
      position: z.string(),
      standard: standardInput.nullable(),
      present: presentCompetences.nullable(),
      gaps: z.array(gap),
    }),
    errors: ['unknownPerson'],
    needs: { session: 'unlocked' },
  }),
  'competence.saveCompetences': command({
    input: z.strictObject({ personId, present: presentCompetences }),
    output: z.strictObject({}),
    errors: ['unknownPerson'],
    needs: { session: 'unlocked' },
    changes: ['competence'],
  }),
  /** The annual plan of a person, its evaluations, and what is missing from gap to evaluation. */
  'competence.plan': query({
    input: z.strictObject({ personId, year }),
    output: z.strictObject({
      revision: z.number().int(),
      plan: planInput.nullable(),
      /** As version 0.3 kept it: a typed name, signed by nobody. */
      evaluation: planEvaluation.nullable(),
      /** The latest first. */
      evaluations: z.array(evaluationView),
      lacks: z.array(planLack),
    }),
    errors: ['unknownPerson'],
    needs: { session: 'unlocked' },
  }),
  /** Writes a plan (`revision` 0: the first). An evaluated plan is closed. */
  'competence.savePlan': command({
    input: z.strictObject({
      personId,
      year,
      revision,
      plan: planInput,
    }),
    output: z.strictObject({ revision: z.number().int() }),
    errors: ['unknownPerson', 'planChanged', 'planEvaluated', 'unknownLearningRecord', 'learningYearErased'],
    needs: { session: 'unlocked' },
    changes: ['competence'],
  }),
  /** Figures of a year by unit, for monitoring and evaluation; small groups are hidden. */
  'competence.figures': query({
    input: z.strictObject({ year }),
    output: z.strictObject({
      units: z.array(unitCounts.extend({ unit: z.string() })),
      total: unitCounts,
    }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
} as const;
