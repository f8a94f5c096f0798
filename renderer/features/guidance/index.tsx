import { IconPlant2 } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Pembinaan: coaching and mentoring. */
export const routes: readonly FeatureRoute[] = [
  {
    path: '/guidance',
    component: lazy(async () => ({ default: (await import('./list/GuidancePage.tsx')).GuidancePage })),
    nav: { labelKey: 'guidance.nav', icon: IconPlant2, order: 22 },
  },
  {
    path: '/guidance/quick/$kind',
    component: lazy(async () => ({ default: (await import('./quick/QuickPage.tsx')).QuickPage })),
  },
  {
    path: '/guidance/new/$kind',
    component: lazy(async () => ({ default: (await import('./quick/StartPage.tsx')).StartPage })),
  },
  {
    path: '/guidance/write/$kind',
    component: lazy(async () => ({ default: (await import('./quick/WritePage.tsx')).WritePage })),
  },
  {
    path: '/guidance/calendar',
    component: lazy(async () => ({ default: (await import('./calendar/CalendarPage.tsx')).CalendarPage })),
  },
  {
    path: '/guidance/coaches',
    component: lazy(async () => ({ default: (await import('./coaches/CoachesPage.tsx')).CoachesPage })),
  },
  {
    path: '/guidance/$guidanceId',
    component: lazy(async () => ({ default: (await import('./file/GuidanceFilePage.tsx')).GuidanceFilePage })),
  },
];
