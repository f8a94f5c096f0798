import { z } from 'zod';
import { clockMarks } from '../audit/stated-time.ts';
import { optionalLine, requiredLine } from '../fields.ts';
import { type PersonInput, personInput, type Role, roles } from '../identity/person.ts';
import { samePerson } from '../identity/same-person.ts';
import { signedParts } from '../identity/signed-file.ts';
import { type RecordContent, type RecordKind, recordContent } from './record-contents.ts';
import type { GuidanceRuleKey } from './rules.ts';

/** Most participants of a group (law: groupCoaching). */
export const maxParticipants = 30;

/** Guidance in which a coach or mentor leads others. */
export const ledKinds = ['coaching', 'mentoring'] as const;
export type LedKind = (typeof ledKinds)[number];
/** Learning from colleagues and at a workplace (law: communityAim, internshipWorkplace). */
export const learningFileKinds = ['learningCommunity', 'internship'] as const;
export type LearningFileKind = (typeof learningFileKinds)[number];
/** Kinds of guidance that have a file of their own, and the dialogue on work before any (law: workDialogue). */
export const guidanceKinds = [...ledKinds, ...learningFileKinds, 'dialogue'] as const;
export type GuidanceKind = LedKind | LearningFileKind | 'dialogue';

/** True for coaching and mentoring. */
export const isLed = (kind: GuidanceKind): kind is LedKind => (ledKinds as readonly string[]).includes(kind);

/** Which kinds of guidance a record belongs to. */
const guidanceOf: Readonly<Record<RecordKind, readonly GuidanceKind[]>> = {
  preCoaching: ['coaching'],
  coaching: ['coaching'],
  mentoringPlan: ['mentoring'],
  mentoring: ['mentoring'],
  feedbackSummary: ledKinds,
  learningCommunity: ['learningCommunity'],
  internship: ['internship'],
  workDialogue: ['dialogue'],
};

/** True when a record of this kind may stand in a file of this kind. */
export const belongsTo = (kind: RecordKind, guidance: GuidanceKind): boolean => guidanceOf[kind].includes(guidance);

/**
 * A record of guidance: never changed once it is made, kept as the RFC 8785 bytes that everyone signs. Party 0 is the
 * leader (coach, mentor, coordinator or supervisor), parties 1 to n the participants in order. Who may lead goes by the
 * guidance that it names, so what it says is of that guidance.
 */
export const guidanceRecordSchema = z
  .strictObject({
    format: z.literal('bilik/guidance-record/v1'),
    recordId: signedParts.id,
    guidanceId: signedParts.id,
    guidance: z.enum(guidanceKinds),
    topic: requiredLine,
    institution: requiredLine,
    period: optionalLine,
    leader: personInput,
    participants: z.array(personInput).min(1).max(maxParticipants),
    content: recordContent,
    statedAt: signedParts.instant,
  })
  .refine(({ guidance, content }) => belongsTo(content.kind, guidance));
export type GuidanceRecord = z.output<typeof guidanceRecordSchema>;

/**
 * True when version 0.3 reads this content: it knows no report of learning, no dialogue, and no adjustment that
 * says what was before.
 */
export const isReadBy03 = (content: RecordContent): boolean => {
  if (content.kind === 'learningCommunity' || content.kind === 'internship') return false;
  if (content.kind === 'workDialogue') return false;
  if (content.kind !== 'coaching' || content.adjustment === null) return true;
  return content.adjustment.measureBefore === undefined && content.adjustment.targetBefore === undefined;
};

/** What one party signs: RFC 8785 JSON of this, under `signatureDomain`. */
export const guidanceStatementSchema = z.strictObject({
  format: z.literal('bilik/guidance-signature/v1'),
  /** SHA-256 of the record's bytes. */
  record: signedParts.hex32,
  party: z.number().int().min(0).max(maxParticipants),
  key: signedParts.hex32,
  signedAt: signedParts.instant,
  /** Set where the signer's clock was wrong and its time corrected; absent otherwise, and in 0.3. */
  clock: z.enum(clockMarks).optional(),
});
export type GuidanceStatement = z.output<typeof guidanceStatementSchema>;

/** Ed25519 signs this text's bytes, a zero byte and the statement's bytes. */
export const guidanceSignatureDomain = 'bilik/guidance/v1\n';

/** All parties of a record, the leader first. */
export const partiesOf = ({
  leader,
  participants,
}: Pick<GuidanceRecord, 'leader' | 'participants'>): readonly PersonInput[] => [leader, ...participants];

/** Who signs each kind of record: the leader, every participant. */
interface SignatureRule {
  readonly leader: boolean;
  readonly participants: boolean;
  readonly rule: GuidanceRuleKey;
}
export const signatureRules: Readonly<Record<RecordKind, SignatureRule>> = {
  preCoaching: { leader: false, participants: true, rule: 'preCoachingSignature' },
  coaching: { leader: true, participants: true, rule: 'coachingSignatures' },
  mentoringPlan: { leader: false, participants: true, rule: 'mentoringSignatures' },
  mentoring: { leader: true, participants: true, rule: 'mentoringSignatures' },
  feedbackSummary: { leader: true, participants: true, rule: 'feedbackSummary' },
  learningCommunity: { leader: true, participants: true, rule: 'learningReports' },
  internship: { leader: true, participants: true, rule: 'learningReports' },
  workDialogue: { leader: true, participants: true, rule: 'workDialogue' },
};

/**
 * Parties whose signature a record asks for. A feedback summary that the employee would not sign needs the leader's
 * alone: the refusal is noted in it.
 */
export const requiredParties = ({
  content,
  participants,
}: {
  readonly content: RecordContent;
  readonly participants: readonly unknown[];
}): number[] => {
  const rule = signatureRules[content.kind];
  const refused = content.kind === 'feedbackSummary' && content.acknowledgement === 'refused';
  const others = rule.participants && !refused ? participants.map((_, index) => index + 1) : [];
  return rule.leader ? [0, ...others] : others;
};

/** The party that a person is in a record: by NIP, else by name and unit; undefined: none. */
export const partyOf = (
  record: Pick<GuidanceRecord, 'leader' | 'participants'>,
  person: PersonInput,
): number | undefined => {
  const index = partiesOf(record).findIndex((party) => samePerson(party, person));
  return index === -1 ? undefined : index;
};

/**
 * Who learned by a record: its participants. Who coordinates a learning community is one of its members (law:
 * communityAim).
 */
export const learnersOf = ({
  leader,
  participants,
  content,
}: Pick<GuidanceRecord, 'leader' | 'participants'> & {
  readonly content: Pick<RecordContent, 'kind'>;
}): readonly PersonInput[] => (content.kind === 'learningCommunity' ? [leader, ...participants] : participants);

/**
 * Roles in which someone leads: the own superior, or a coach or mentor by assignment (law: leader). Who coordinates a
 * learning community or supervises a magang needs none (law: learningReports).
 */
export const leaderRoles: Readonly<Record<GuidanceKind, readonly Role[]>> = {
  coaching: ['coach', 'assessor', 'assessorSuperior'],
  mentoring: ['mentor', 'coach', 'assessor', 'assessorSuperior'],
  learningCommunity: roles,
  internship: roles,
  dialogue: ['assessor', 'assessorSuperior'],
};

/**
 * True when somebody with these roles may have signed as this party: it is that person and, as leader, had a role for
 * it. `isSigner`: whether a person whom the record names is the one who signed.
 */
export const maySignAs = (
  record: GuidanceRecord,
  party: number,
  isSigner: (person: PersonInput) => boolean,
  roles: readonly Role[],
): boolean => {
  const named = partiesOf(record)[party];
  if (named === undefined || !requiredParties(record).includes(party)) return false;
  if (!isSigner(named)) return false;
  return party !== 0 || roles.some((role) => leaderRoles[record.guidance].includes(role));
};
