import { IconPlant2 } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Pembinaan: coaching and mentoring. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'guidance',
    component: lazy(async () => ({ default: (await import('./list/GuidancePage.tsx')).GuidancePage })),
    nav: { labelKey: 'guidance.nav', icon: IconPlant2, order: 22 },
  },
  {
    page: 'quickGuidance',
    component: lazy(async () => ({ default: (await import('./quick/QuickPage.tsx')).QuickPage })),
  },
  {
    page: 'newGuidance',
    component: lazy(async () => ({ default: (await import('./quick/StartPage.tsx')).StartPage })),
  },
  {
    page: 'writeGuidance',
    component: lazy(async () => ({ default: (await import('./quick/WritePage.tsx')).WritePage })),
  },
  {
    page: 'guidanceCalendar',
    component: lazy(async () => ({ default: (await import('./calendar/CalendarPage.tsx')).CalendarPage })),
  },
  {
    page: 'coaches',
    component: lazy(async () => ({ default: (await import('./coaches/CoachesPage.tsx')).CoachesPage })),
  },
  {
    page: 'guidanceFile',
    component: lazy(async () => ({ default: (await import('./file/GuidanceFilePage.tsx')).GuidanceFilePage })),
  },
];
