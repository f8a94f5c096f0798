import type { ActType } from '../../../shared/domain/case/act-type.ts';
import type { CounsellorKind } from '../../../shared/domain/case/content/counselling.ts';
import { type Role, roles } from '../../../shared/domain/identity/person.ts';
import { attach, contents } from '../../fixtures/case-steps.ts';
import { sign } from '../../fixtures/case-walks.ts';
import { type Member, send, take } from '../../fixtures/institution.ts';

export type Members = Readonly<Record<Role, Member>>;

/** An act that moves the case on: who signs it, and what it is about. */
interface Step {
  readonly type: ActType;
  readonly by: Role;
  readonly about?: ActType;
  readonly content?: Readonly<Record<string, unknown>>;
}

/** The stages of a file before its kinds part. */
const toAssignment: readonly Step[] = [
  { type: 'feedbackRecorded', by: 'assessor' },
  { type: 'problemIdentified', by: 'assessor' },
  { type: 'problemCommunicated', by: 'assessor' },
  { type: 'changeEvaluated', by: 'assessor' },
  { type: 'reportSubmitted', by: 'assessor' },
  { type: 'reportRegistered', by: 'personnelOfficer', about: 'reportSubmitted' },
  { type: 'copyReleased', by: 'personnelHead', about: 'reportSubmitted' },
  { type: 'counsellingDecided', by: 'personnelHead' },
];

const counselling: readonly Step[] = [
  { type: 'assignmentAnswered', by: 'counsellor', about: 'counsellorAssigned' },
  { type: 'sessionScheduled', by: 'personnelOfficer' },
  { type: 'consentRecorded', by: 'counsellor' },
  { type: 'sessionHeld', by: 'counsellor', about: 'sessionScheduled' },
  { type: 'resultSigned', by: 'counsellor' },
];

/** Who confirms the result record of each kind (law: route). */
const receivers: Readonly<Record<CounsellorKind, readonly Role[]>> = {
  independent: ['personnelHead'],
  trainedAssessor: ['assessorSuperior'],
  counsellingOfficial: ['assessor', 'assessorSuperior'],
};

/** The stages of a file; each is signed in the vault of its author and goes to all who are due something of it. */
export const stepsOf = (kind: CounsellorKind): readonly Step[] => [
  ...toAssignment,
  { type: 'counsellorAssigned', by: 'personnelHead', content: { kind, qualification: 'Sertifikat 7/2025' } },
  ...counselling,
  ...receivers[kind].map((by) => ({ type: 'resultReceived' as const, by, about: 'resultSigned' as const })),
  { type: 'followUpDecided', by: 'personnelHead' },
  { type: 'caseClosed', by: 'personnelHead' },
];

const latest = async ({ calls }: Member, caseId: string, type: ActType | undefined): Promise<string | null> => {
  if (type === undefined) return null;
  const { acts } = await calls.get('case.open', { caseId });
  return acts.findLast((act) => act.type === type)?.hash ?? null;
};

/** Carries what is due from who signed to everyone, and on to whom the others owe it. */
const carry = async (members: Members, from: Role, caseId: string): Promise<void> => {
  for (const to of roles.filter((role) => role !== from)) {
    if (members[to] === members[from]) continue;
    const paths = await send(members[from], members[to], caseId).catch(() => null);
    if (paths !== null) await take(members[to], paths);
  }
};

/** Signs a step in its author's vault and carries it. */
export const walk = async (members: Members, caseId: string, step: Step): Promise<void> => {
  const { type, by } = step;
  // Evidence, and of a trained assessor the proof of training.
  const needsFile = ['feedbackRecorded', 'reportSubmitted', 'counsellorAssigned'].includes(type);
  const attachmentIds = needsFile ? [await attach(members[by].calls, `%PDF-1.7 ${type}`)] : [];
  const about = await latest(members[by], caseId, step.about);
  const counsellor = type === 'counsellorAssigned' && { counsellor: members.counsellor.person };
  const content = { ...contents[type], ...step.content, ...counsellor };
  await sign(members[by].calls, caseId, type, by, { about, attachmentIds, content });
  await carry(members, by, caseId);
};
