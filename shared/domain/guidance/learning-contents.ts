import { z } from 'zod';
import { day, optionalText } from '../fields.ts';
import { begun, type Fill, whole } from './fill.ts';
import { sessionLog } from './session-log.ts';

/** What a learning community holds by (law: communityValues). */
export const communityValues = ['openness', 'collaboration', 'excellence', 'democracy'] as const;
export type CommunityValue = (typeof communityValues)[number];

/** The three steps of a learning community, each with its parts, in order (law: communitySteps). */
export const communitySteps = {
  preparation: ['problem', 'community', 'awareness', 'commitment'],
  carryingOut: ['openness', 'collaboration', 'alternatives', 'transfer'],
  evaluation: ['results', 'reinforcement', 'sustained'],
} as const;
export type CommunityStep = keyof typeof communitySteps;

const communityParts = ({ text }: Fill) => ({
  /** Aim that serves all who take part (law: communityAim). */
  aim: text,
  problem: text,
  /** Who belongs to it, and how it works. */
  community: optionalText,
  /** How all came to see that it is needed. */
  awareness: optionalText,
  commitment: optionalText,
  openness: optionalText,
  collaboration: optionalText,
  /** Alternatives that were found. */
  alternatives: optionalText,
  /** Knowledge, skill and values that were passed on. */
  transfer: text,
  /** What was reached, measured. */
  results: text,
  reinforcement: optionalText,
  /** How it goes on. */
  sustained: optionalText,
});

/** Aim and parts of a learning community, as far as they are written. */
export const communityPartsDraft = z.strictObject(communityParts(begun));
export type CommunityParts = z.output<typeof communityPartsDraft>;

/** Laporan Komunitas Belajar: aim, the parts of its steps, and a log of its meetings (law: learningReports). */
export const learningCommunityContent = z.strictObject({
  kind: z.literal('learningCommunity'),
  ...communityParts(whole),
  log: sessionLog,
  date: day,
});

const internshipParts = ({ text, line }: Fill) => ({
  /** The real workplace (law: internshipWorkplace). */
  workplace: line,
  /** Competence that is to be gained. */
  purpose: text,
  period: line,
  /** Practical experience that was gained. */
  experience: text,
  /** What was learned before and is applied now (law: internshipPractice). */
  application: optionalText,
  /** People and units met (law: internshipNetwork). */
  network: optionalText,
  culture: optionalText,
  /** How the supervisor judges the practice. */
  assessment: text,
});

/** Parts of a magang, as far as they are written. */
export const internshipPartsDraft = z.strictObject(internshipParts(begun));
export type InternshipParts = z.output<typeof internshipPartsDraft>;

/**
 * Laporan Magang: workplace, what was practised day by day, what it brought, and its evaluation (law:
 * learningReports).
 */
export const internshipContent = z.strictObject({
  kind: z.literal('internship'),
  ...internshipParts(whole),
  log: sessionLog,
  date: day,
});
