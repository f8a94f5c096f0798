import type { Role } from '../identity/person.ts';
import { rowOf } from './act-table.ts';
import { isByAnother } from './acts/rectification.ts';
import { agreedCorrections, openRequests } from './disputes.ts';
import { actOf, type CaseState } from './state.ts';

/** What comes of a request that an act be corrected: its answer, and where it was agreed to the correction. */
export const correctionSteps = ['correctionAnswered', 'actCorrected'] as const;

/** Such a step, and the act that asks for it. */
export interface CorrectionDue {
  readonly type: (typeof correctionSteps)[number];
  readonly hash: string;
}

/** Requests that somebody of these roles has to answer, and corrections that they have to make (law: rectify). */
export const correctionsDue = (state: CaseState, roles: readonly Role[]): readonly CorrectionDue[] => {
  if (state.mistaken !== null) return [];
  const answers = rowOf('correctionAnswered').capacities(state, null);
  const isMine = (role: Role | undefined): boolean => role !== undefined && roles.includes(role);
  const mayAnswer = (about: string): boolean =>
    answers.some((capacity) => isMine(capacity) && isByAnother(state, { about, capacity }));
  return [
    ...openRequests(state)
      .filter(({ hash }) => mayAnswer(hash))
      .map(({ hash }): CorrectionDue => ({ type: 'correctionAnswered', hash })),
    ...agreedCorrections(state)
      .filter(({ act }) => isMine(actOf(state, act)?.capacity))
      .map(({ answer }): CorrectionDue => ({ type: 'actCorrected', hash: answer.hash })),
  ];
};
