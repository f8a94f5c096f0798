import { IconFiles } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Dokumen: every signed document of the vault. */
export const routes: readonly FeatureRoute[] = [
  {
    path: '/documents',
    component: lazy(async () => ({ default: (await import('./PapersPage.tsx')).PapersPage })),
    nav: { labelKey: 'papers.nav', icon: IconFiles, order: 45 },
  },
];
