import { IconSchool } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Pengembangan kompetensi: learning hours, conversion table, standards and plans. */
export const routes: readonly FeatureRoute[] = [
  {
    path: '/competence',
    component: lazy(async () => ({ default: (await import('./ledger/LedgerPage.tsx')).LedgerPage })),
    nav: { labelKey: 'competence.nav', icon: IconSchool, order: 47 },
  },
  {
    path: '/competence/table',
    component: lazy(async () => ({ default: (await import('./table/TablePage.tsx')).TablePage })),
  },
  {
    path: '/competence/import',
    component: lazy(async () => ({ default: (await import('./files/ImportPage.tsx')).ImportPage })),
  },
  {
    path: '/competence/standards',
    component: lazy(async () => ({ default: (await import('./standards/StandardsPage.tsx')).StandardsPage })),
  },
  {
    path: '/competence/guidance/$guidanceId/$hash',
    component: lazy(async () => ({ default: (await import('./guidance/FromGuidancePage.tsx')).FromGuidancePage })),
  },
  {
    path: '/competence/$personId',
    component: lazy(async () => ({ default: (await import('./person/PersonPage.tsx')).PersonPage })),
  },
];
