import type { Role } from '../identity/person.ts';
import type { CounsellorKind } from './content/counselling.ts';
import { type CaseState, isReported, type Level, standingAssignment } from './state.ts';

/** Roles of the personnel unit. */
export const personnelRoles = ['personnelOfficer', 'personnelHead'] as const satisfies readonly Role[];

/**
 * Reporting route by the kind of counsellor (law: route). `all`: each of them. `any`: one of them.
 */
export const reportingRoute = (
  kind: CounsellorKind,
): { readonly need: 'all' | 'any'; readonly roles: readonly Role[] } => {
  if (kind === 'trainedAssessor') return { need: 'all', roles: ['assessorSuperior'] };
  if (kind === 'counsellingOfficial') return { need: 'all', roles: ['assessor', 'assessorSuperior'] };
  return { need: 'any', roles: ['authorisedOfficial', 'personnelHead'] };
};

/** Roles that may confirm the result record. A head who is the assessor of the case is none of them. */
export const possibleReceivers = (state: CaseState): readonly Role[] => {
  const assignment = standingAssignment(state);
  if (assignment === null) return [];
  const { roles } = reportingRoute(assignment.kind);
  return state.assessorIsHead ? roles.filter((role) => role !== 'personnelHead') : roles;
};

/**
 * Roles to whom the result record goes (law: route). Of the two that an independent counsellor may report to, it is the
 * one that assigned, unless the other has already confirmed the record.
 */
export const resultReceivers = (state: CaseState): readonly Role[] => {
  const assignment = standingAssignment(state);
  if (assignment === null) return [];
  const possible = possibleReceivers(state);
  if (reportingRoute(assignment.kind).need === 'all' || possible.length < 2) return possible;
  return possible.filter((role) => role === assignment.by || state.receivedBy.includes(role));
};

const superiorTakesPart = (state: CaseState): boolean => {
  const kind = standingAssignment(state)?.kind;
  const byRoute = kind !== undefined && reportingRoute(kind).roles.includes('assessorSuperior');
  const isAsked = state.waiting.some(({ capacity }) => capacity === 'assessorSuperior');
  return byRoute || isAsked || (state.followUp?.named.includes('assessorSuperior') ?? false);
};

/**
 * How far a role sees into this file; null when it takes no part. The least that each needs (law: sight): the assessor
 * sees the counselling only where the result comes to the assessor; a head who is the assessor sees no more than the
 * assessor; employees, coaches and mentors get papers, not acts.
 */
export const sightOf = (state: CaseState, role: Role): Level | null => {
  switch (role) {
    case 'assessor':
      return standingAssignment(state)?.kind === 'counsellingOfficial' ? 1 : 0;
    case 'personnelHead':
      return isReported(state) ? (state.assessorIsHead ? sightOf(state, 'assessor') : 1) : null;
    case 'personnelOfficer':
    case 'authorisedOfficial':
      return isReported(state) ? 1 : null;
    case 'assessorSuperior':
      return superiorTakesPart(state) ? 1 : null;
    case 'counsellor':
      return standingAssignment(state) !== null || state.startsFrom === 'assignment' ? 2 : null;
    default:
      return null;
  }
};
