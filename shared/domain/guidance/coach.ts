import { z } from 'zod';
import { optionalDay, optionalLine, optionalText, requiredLine } from '../fields.ts';
import { personInput } from '../identity/person.ts';
import { guidanceKinds } from './record.ts';

/** Most topics, and most trainings, of one coach. */
export const coachLimits = { topics: 50, training: 50 } as const;

/** Register of coaches and mentors: whom an institution may ask, for what, with which training. */
export const coachInput = z.strictObject({
  person: personInput,
  /** What the person does: coaching, mentoring, or both. */
  kinds: z.array(z.enum(guidanceKinds)).min(1).max(guidanceKinds.length),
  qualification: optionalText,
  topics: z.array(requiredLine).max(coachLimits.topics),
  training: z
    .array(z.strictObject({ title: requiredLine, date: optionalDay, proof: optionalLine }))
    .max(coachLimits.training),
  availability: optionalLine,
  remark: optionalText,
});
export type CoachInput = z.output<typeof coachInput>;

/**
 * What a coach lacks: coaching asks for a qualification, mentoring does not (law: coachQualification). Codes of i18n
 * under `guidance.coachGap`; a gap blocks nothing, it tells where training is due.
 */
export const coachGaps = ({
  kinds,
  qualification,
  topics,
  training,
}: CoachInput): ('qualification' | 'training' | 'topics')[] => [
  ...(kinds.includes('coaching') && qualification === '' ? ['qualification' as const] : []),
  ...(kinds.includes('coaching') && training.length === 0 ? ['training' as const] : []),
  ...(topics.length === 0 ? ['topics' as const] : []),
];
