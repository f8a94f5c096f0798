import { IconFiles } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Dokumen: every signed document of the vault, and the check of a PDF from outside. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'papers',
    component: lazy(async () => ({ default: (await import('./PapersPage.tsx')).PapersPage })),
    nav: { labelKey: 'papers.nav', icon: IconFiles, order: 45 },
  },
  {
    page: 'checkPdf',
    component: lazy(async () => ({ default: (await import('./check/CheckPdfPage.tsx')).CheckPdfPage })),
  },
];
