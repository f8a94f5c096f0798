import { z } from 'zod';
import { optionalDay, optionalLine, optionalText, requiredLine } from '../fields.ts';
import { type NamedPerson, personInput } from '../identity/person.ts';
import { samePerson } from '../identity/same-person.ts';
import { type GuidanceKind, ledKinds } from './record.ts';

/** Most topics, and most trainings, of one coach. */
export const coachLimits = { topics: 50, training: 50 } as const;

/** Register of coaches and mentors: whom an institution may ask, for what, with which training. */
export const coachInput = z.strictObject({
  person: personInput,
  /** What the person does: coaching, mentoring, or both. */
  kinds: z.array(z.enum(ledKinds)).min(1).max(ledKinds.length),
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
 * What a coach or mentor lacks: coaching asks for a qualification, mentoring does not (law: coachQualification);
 * mentoring asks for a field, of a coach no expertise is asked (law: leader). Codes of i18n under
 * `guidance.coachGap`; a gap blocks nothing, it tells where training is due.
 */
export const coachGaps = ({
  kinds,
  qualification,
  topics,
  training,
}: CoachInput): ('qualification' | 'training' | 'topics')[] => [
  ...(kinds.includes('coaching') && qualification === '' ? ['qualification' as const] : []),
  ...(kinds.includes('coaching') && training.length === 0 ? ['training' as const] : []),
  ...(kinds.includes('mentoring') && topics.length === 0 ? ['topics' as const] : []),
];

/** Somebody of the register, as far as it tells of a qualification. */
export type QualifiedEntry = Pick<CoachInput, 'person' | 'qualification'>;

/** The entry of the register about a person; undefined: it knows nobody of that name and number. */
export const entryOf = <Entry extends QualifiedEntry>(
  person: NamedPerson,
  register: readonly Entry[],
): Entry | undefined => register.find((entry) => samePerson(entry.person, person));

/**
 * True when a coaching is led by somebody of whom no qualification is known, in its own papers or in the register; also
 * of a leader whom the register does not know. Of a mentoring none is asked (law: coachQualification). Blocks nothing.
 */
export const lacksQualification = (
  led: { readonly kind: GuidanceKind; readonly leader: NamedPerson; readonly qualification?: string },
  register: readonly QualifiedEntry[],
): boolean =>
  led.kind === 'coaching' && !led.qualification?.trim() && !entryOf(led.leader, register)?.qualification.trim();
