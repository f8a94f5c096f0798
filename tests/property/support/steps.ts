import type { CounsellorKind } from '@shared/domain/case/content/counselling.ts';
import type { CaseState } from '@shared/domain/case/state.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { addAll, type CaseFile, emptyFile, type Step } from './case-file.ts';

type Made = Step | ((state: CaseState) => Step);

/** From first observation to the submitted report. */
export const toReport: readonly Made[] = [
  { type: 'caseOpened', capacity: 'assessor' },
  { type: 'feedbackRecorded', capacity: 'assessor', facts: ['withEvidence'] },
  { type: 'problemIdentified', capacity: 'assessor' },
  { type: 'problemCommunicated', capacity: 'assessor', facts: [] },
  { type: 'changeEvaluated', capacity: 'assessor', facts: ['unchanged'] },
  { type: 'reportSubmitted', capacity: 'assessor' },
];

const aboutReport = (state: CaseState) => ({ about: state.report?.hash ?? null });
export const register = (state: CaseState): Step => ({
  type: 'reportRegistered',
  capacity: 'personnelOfficer',
  ...aboutReport(state),
});
export const sendBack = (state: CaseState): Step => ({
  type: 'reportReturned',
  capacity: 'personnelOfficer',
  ...aboutReport(state),
});

/** From the report to the accepted assignment. */
export const toAccepted = (kind: CounsellorKind, by: Role = 'personnelHead'): readonly Made[] => [
  register,
  { type: 'counsellingDecided', capacity: by, facts: ['yes'] },
  { type: 'counsellorAssigned', capacity: by, facts: [kind, 'qualificationProven'] },
  accept,
];
export const accept = (state: CaseState): Step => ({
  type: 'assignmentAnswered',
  capacity: 'counsellor',
  facts: ['accepted'],
  about: state.assignment?.hash ?? null,
});
export const decline = (state: CaseState): Step => ({ ...accept(state), facts: ['declined'] });

export const end = (state: CaseState): Step => ({
  type: 'assignmentEnded',
  capacity: 'personnelHead',
  about: state.assignment?.hash ?? null,
});

const onLastSession =
  (type: 'sessionHeld' | 'sessionMissed') =>
  (state: CaseState): Step => ({ type, capacity: 'counsellor', about: state.sessions.at(-1)?.hash ?? null });
export const schedule: Step = { type: 'sessionScheduled', capacity: 'personnelOfficer' };
export const hold = onLastSession('sessionHeld');
export const miss = onLastSession('sessionMissed');
export const signResult: Step = { type: 'resultSigned', capacity: 'counsellor' };
export const receive =
  (capacity: Role) =>
  (state: CaseState): Step => ({ type: 'resultReceived', capacity, about: state.result?.hash ?? null });
export const decide = (...roles: Role[]): Step => ({
  type: 'followUpDecided',
  capacity: roles[0] ?? 'personnelHead',
  facts: ['lastItemB', ...roles].sort(),
});
export const progress =
  (item: string, how: string, capacity: Role = 'personnelOfficer') =>
  (state: CaseState): Step => ({
    type: 'followUpProgressed',
    capacity,
    facts: [`item${item}`, how].sort(),
    about: state.followUp?.hash ?? null,
  });

/** A file after these steps. */
export const fileAfter = (...steps: readonly Made[]): CaseFile => addAll(emptyFile, steps);

/** A file whose result record is signed. */
export const withResult = (kind: CounsellorKind): CaseFile =>
  fileAfter(...toReport, ...toAccepted(kind), schedule, hold, signResult);
