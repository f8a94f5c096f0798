import type { GuidanceKind } from '@shared/domain/guidance/record.ts';

/** Paths of the pages of this area, and of those of others that it leads to. */
export const paths = {
  list: '/guidance',
  choose: '/guidance/choose',
  quick: (kind: GuidanceKind): string => `/guidance/quick/${kind}`,
  begin: (kind: GuidanceKind): string => `/guidance/new/${kind}`,
  /** What an employee writes: a pre-coaching report or a mentoring plan. */
  write: (kind: 'preCoaching' | 'mentoringPlan'): string => `/guidance/write/${kind}`,
  file: (guidanceId: string): string => `/guidance/${guidanceId}`,
  calendar: '/guidance/calendar',
  coaches: '/guidance/coaches',
  /** Form of an act that begins with a feedback summary. */
  /** The page that enters a record as learning of those who took part. */
  asLearning: (guidanceId: string, hash: string): string => `/competence/guidance/${guidanceId}/${hash}`,
  intoCase: (caseId: string, hash: string): string => `/cases/${caseId}/from-guidance/${hash}`,
} as const;
