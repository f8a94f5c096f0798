import { actHashSchema } from '@shared/domain/case/header.ts';
import { archiveLists } from '@shared/domain/documents/office/kinds.ts';
import { hash, id, natural, optionalDay, optionalText, requiredText } from '@shared/domain/fields.ts';
import { guidanceKinds } from '@shared/domain/guidance/record.ts';
import {
  erasedFile,
  erasedGuidance,
  erasedYear,
  erasureApproval,
  erasureContent,
  erasureExecution,
  erasurePapers,
  erasureStates,
  fileObstacles,
  freezeReasons,
  holdings,
  learningYear,
  maxErasedFiles,
} from '@shared/domain/retention/erasure.ts';
import { exposure, incidentAccount, incidentKinds, incidentPapers } from '@shared/domain/retention/incident.ts';
import { dispositions, retentionSchedule } from '@shared/domain/retention/schedule.ts';
import { z } from 'zod';
import { makeBackupErrors } from './backup.ts';
import { rotationErrors } from './keys.ts';
import { command, query } from './method.ts';

const freeze = z.strictObject({ reason: z.enum(freezeReasons), note: z.string(), since: z.string() });

const standing = {
  /** First day after its years; null: none are set. */
  dueOn: z.string().nullable(),
  disposition: z.enum(dispositions).nullable(),
  frozen: freeze.nullable(),
  /** Erasure under way that names it. */
  erasureId: id.nullable(),
  /** What keeps it from being erased today, by what is set; null: nothing. */
  obstacle: z.enum(fileObstacles).nullable(),
};

/** A file (case) that has ended, without a name: who it is about stands in the file alone. */
const retentionFile = erasedFile.extend(standing);
export type RetentionFile = z.infer<typeof retentionFile>;

/** A coaching or mentoring that has ended, likewise. */
const retentionGuidance = erasedGuidance.extend({ form: z.enum(guidanceKinds), ...standing });
export type RetentionGuidance = z.infer<typeof retentionGuidance>;

/** A year of learning records that is over. */
const retentionYear = erasedYear.extend(standing);
export type RetentionYear = z.infer<typeof retentionYear>;

/** What something of retention is named by: a file (case), a guidance, or a year of learning records. */
const named = [
  z.strictObject({ caseId: id }),
  z.strictObject({ guidanceId: id }),
  z.strictObject({ year: learningYear }),
] as const;
const freezing = { reason: z.enum(freezeReasons), note: optionalText };

const erasure = z.strictObject({
  erasureId: id,
  state: z.enum(erasureStates),
  content: erasureContent,
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ErasureView = z.infer<typeof erasure>;

const incident = { kind: z.enum(incidentKinds), packageId: id.nullable(), until: optionalDay };
const nothing = z.strictObject({});
const changeErrors = ['unknownErasure', 'erasureNotReady'] as const;
const needs = { session: 'unlocked' } as const;
const changes = ['case'] as const;
/** Also how a request of another vault about a file stands, and what of guidance and learning has ended. */
const changesStanding = ['case', 'exchange', 'guidance', 'competence'] as const;

/** What an erasure changes. */
const erased = [
  'case',
  'overview',
  'persons',
  'documents',
  'drafts',
  'notes',
  'exchange',
  'backup',
  'competence',
  'guidance',
] as const;

/** How long files, guidance and learning records are kept, and their erasure from proposal to berita acara. */
export const retentionContract = {
  /** What is set, the files that have ended and the erasures: part of what is known of cases. */
  'case.retention': query({
    input: nothing,
    output: z.strictObject({
      /** What the vault holds of cases; null: nobody has said. */
      holding: z.enum(holdings).nullable(),
      schedule: retentionSchedule,
      /** Files that have ended, those due first. */
      files: z.array(retentionFile),
      /** Erasures, the latest first. */
      erasures: z.array(erasure),
    }),
    errors: [],
    needs,
  }),
  /** Guidance that has ended, that due first. */
  'guidance.retention': query({ input: nothing, output: z.array(retentionGuidance), errors: [], needs }),
  /** Years of learning records that are over, those due first. */
  'competence.retention': query({ input: nothing, output: z.array(retentionYear), errors: [], needs }),
  'retention.set': command({
    input: z.strictObject({ holding: z.enum(holdings).nullable(), schedule: retentionSchedule }),
    output: nothing,
    errors: [],
    needs,
    changes: changesStanding,
  }),
  /** Nothing of it is erased until it is let go: an objection, an appeal or an examination goes on. */
  'retention.freeze': command({
    input: z.union([named[0].extend(freezing), named[1].extend(freezing), named[2].extend(freezing)]),
    output: nothing,
    errors: ['unknownCase', 'unknownGuidance', 'learningYearErased'],
    needs,
    changes: changesStanding,
  }),
  'retention.unfreeze': command({
    input: z.union(named),
    output: nothing,
    errors: [],
    needs,
    changes: changesStanding,
  }),
  /** Usul musnah. The details of an obstacle are `{ number }` of the first that may not go. */
  'retention.propose': command({
    input: z
      .strictObject({
        caseIds: z.array(id).max(maxErasedFiles).default([]),
        guidanceIds: z.array(id).max(maxErasedFiles).default([]),
        years: z.array(learningYear).max(maxErasedFiles).default([]),
        reason: requiredText,
      })
      .refine(({ caseIds, guidanceIds, years }) => caseIds.length + guidanceIds.length + years.length > 0),
    output: z.strictObject({ erasureId: id }),
    errors: [...fileObstacles, 'holdingUnknown', 'unknownCase', 'clockDoubted'],
    needs,
    changes: changesStanding,
  }),
  'retention.approve': command({
    input: z.strictObject({ erasureId: id, approval: erasureApproval }),
    output: nothing,
    errors: [...changeErrors],
    needs,
    changes,
  }),
  'retention.withdraw': command({
    input: z.strictObject({ erasureId: id }),
    output: nothing,
    errors: [...changeErrors],
    needs,
    changes: changesStanding,
  }),
  /** Erases what an erasure is of, all or none. It cannot be undone. */
  'retention.erase': command({
    input: z.strictObject({ erasureId: id, execution: erasureExecution }),
    output: z.strictObject({ files: natural }),
    errors: [
      ...changeErrors,
      ...fileObstacles,
      'unknownCase',
      'tooFewWitnesses',
      'approvalLater',
      'erasureGrown',
      'clockDoubted',
    ],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: erased,
  }),
  /**
   * Erases copies that were released to the employee who holds this vault, all or none, by the own decision alone. The
   * older backups still have them.
   */
  'retention.eraseCopies': command({
    input: z.strictObject({ hashes: z.array(actHashSchema).min(1).max(maxErasedFiles) }),
    output: z.strictObject({ copies: natural }),
    errors: ['unknownAct'],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['overview', 'persons', 'documents', 'drafts', 'notes', 'exchange', 'backup'],
  }),
  /** A paper of an erasure, or a list of the archive, to be signed by hand; kept in memory until lock. */
  'retention.prepare': command({
    input: z.union([
      z.strictObject({ erasureId: id, paper: z.enum(erasurePapers) }),
      z.strictObject({ list: z.enum(archiveLists) }),
    ]),
    output: z.strictObject({ viewId: z.string(), size: natural }),
    errors: ['unknownErasure', 'printFailed'],
    needs,
    changes: [],
  }),
  /**
   * "Komputer hilang / salah kirim": whose data others may have, of this vault up to a day (`until`, empty: all), or by
   * a package that was sent from here.
   */
  'retention.exposure': command({
    input: z.strictObject(incident),
    output: exposure,
    errors: ['unknownPackage'],
    needs,
    changes: [],
  }),
  /** A paper of an incident, to be signed by hand; kept in memory until lock. `caseId`: whose data, for a letter. */
  'retention.prepareNotice': command({
    input: z.strictObject({
      ...incident,
      paper: z.enum(incidentPapers),
      caseId: id.nullable(),
      /** Of a file that was set aside beside another one of its id: the hash of its opening. */
      opening: hash.nullable(),
      account: incidentAccount,
    }),
    output: z.strictObject({ viewId: z.string(), size: natural }),
    errors: ['unknownPackage', 'unknownCase', 'printFailed'],
    needs,
    changes: [],
  }),
  /**
   * "Apa yang tersimpan tentang saya": a paper of what this vault holds about a person, as far as that person may have
   * it; kept in memory until lock.
   */
  'retention.preparePerson': command({
    input: z.strictObject({ personId: id }),
    output: z.strictObject({ viewId: z.string(), size: natural }),
    errors: ['unknownPerson', 'printFailed'],
    needs,
    changes: [],
  }),
  /**
   * Gives the vault other keys, makes a verified backup, then deletes every older one that is there: they still hold
   * what was erased.
   */
  'retention.renewBackups': command({
    input: nothing,
    output: z.strictObject({ deleted: natural, away: natural }),
    errors: [...makeBackupErrors, ...rotationErrors],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['backup'],
  }),
} as const;
