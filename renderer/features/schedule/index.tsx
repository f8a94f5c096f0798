import { IconCalendar } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Jadwal: the sessions of a month. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'schedule',
    component: lazy(async () => ({ default: (await import('./SchedulePage.tsx')).SchedulePage })),
    nav: { labelKey: 'schedule.nav', icon: IconCalendar, order: 40 },
  },
];
