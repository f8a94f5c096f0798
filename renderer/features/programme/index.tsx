import { officeRoles } from '@shared/domain/identity/person.ts';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Program: what the institution has set for coaching and mentoring, and its figures. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'programme',
    component: lazy(async () => ({ default: (await import('./ProgrammePage.tsx')).ProgrammePage })),
    nav: {
      labelKey: 'programme.nav',
      icon: IconBuildingCommunity,
      order: 48,
      roles: officeRoles,
      inPalette: true,
    },
  },
  {
    page: 'programmeFigures',
    component: lazy(async () => ({ default: (await import('./FiguresPage.tsx')).FiguresPage })),
  },
  {
    page: 'benefits',
    component: lazy(async () => ({ default: (await import('./BenefitsPage.tsx')).BenefitsPage })),
  },
];
