import type { GuidanceForm } from '@shared/domain/guidance/choice-forms.ts';

/** Where the work with each form begins: a new coaching or mentoring, a new file of konseling, competence development. */
export const startPaths: Readonly<Record<GuidanceForm, string>> = {
  coaching: '/guidance/new/coaching',
  mentoring: '/guidance/new/mentoring',
  counselling: '/cases/new',
  training: '/competence',
};
