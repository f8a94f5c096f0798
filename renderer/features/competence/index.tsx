import { IconSchool } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Pengembangan kompetensi: learning hours, conversion table, standards and plans. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'competence',
    component: lazy(async () => ({ default: (await import('./ledger/LedgerPage.tsx')).LedgerPage })),
    nav: { labelKey: 'competence.nav', icon: IconSchool, order: 47 },
  },
  {
    page: 'conversionTable',
    component: lazy(async () => ({ default: (await import('./table/TablePage.tsx')).TablePage })),
  },
  {
    page: 'learningImport',
    component: lazy(async () => ({ default: (await import('./files/ImportPage.tsx')).ImportPage })),
  },
  {
    page: 'standards',
    component: lazy(async () => ({ default: (await import('./standards/StandardsPage.tsx')).StandardsPage })),
  },
  {
    page: 'institutionPlan',
    component: lazy(async () => ({ default: (await import('./institution/InstitutionPage.tsx')).InstitutionPage })),
  },
  {
    page: 'guidanceAsLearning',
    component: lazy(async () => ({ default: (await import('./guidance/FromGuidancePage.tsx')).FromGuidancePage })),
  },
  {
    page: 'learner',
    component: lazy(async () => ({ default: (await import('./person/PersonPage.tsx')).PersonPage })),
  },
];
