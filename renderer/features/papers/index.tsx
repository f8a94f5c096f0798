import { IconFiles } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';
import { paths } from './paths.ts';

/** Dokumen: every signed document of the vault, and the check of a PDF from outside. */
export const routes: readonly FeatureRoute[] = [
  {
    path: paths.list,
    component: lazy(async () => ({ default: (await import('./PapersPage.tsx')).PapersPage })),
    nav: { labelKey: 'papers.nav', icon: IconFiles, order: 45 },
  },
  {
    path: paths.check,
    component: lazy(async () => ({ default: (await import('./check/CheckPdfPage.tsx')).CheckPdfPage })),
  },
];
