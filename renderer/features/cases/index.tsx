import { IconFolders } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Berkas konseling: the list, a file, the form of any act, and the ways to begin a file. */
export const routes: readonly FeatureRoute[] = [
  {
    path: '/cases',
    component: lazy(async () => ({ default: (await import('./list/CasesPage.tsx')).CasesPage })),
    nav: { labelKey: 'cases.nav', icon: IconFolders, order: 20 },
  },
  {
    path: '/cases/new',
    component: lazy(async () => ({ default: (await import('./paper/NewCasePage.tsx')).NewCasePage })),
  },
  {
    path: '/cases/from-paper',
    component: lazy(async () => ({ default: (await import('./paper/FromPaperPage.tsx')).FromPaperPage })),
  },
  {
    path: '/cases/assigned',
    component: lazy(async () => ({ default: (await import('./paper/AssignedPage.tsx')).AssignedPage })),
  },
  {
    path: '/cases/$caseId',
    component: lazy(async () => ({ default: (await import('./view/CasePage.tsx')).CasePage })),
  },
  {
    path: '/cases/$caseId/document/$hash',
    component: lazy(async () => ({ default: (await import('./view/DocumentPage.tsx')).DocumentPage })),
  },
  {
    path: '/cases/$caseId/act/$type',
    component: lazy(async () => ({ default: (await import('./act-form/ActFormPage.tsx')).ActFormPage })),
  },
  {
    path: '/cases/$caseId/act/$type/$about',
    component: lazy(async () => ({ default: (await import('./act-form/ActFormPage.tsx')).ActFormPage })),
  },
  {
    path: '/cases/$caseId/from-guidance/$hash',
    component: lazy(async () => ({ default: (await import('./act-form/FromGuidancePage.tsx')).FromGuidancePage })),
  },
  {
    path: '/cases/$caseId/draft/$draftId',
    component: lazy(async () => ({ default: (await import('./act-form/ReceivedDraftPage.tsx')).ReceivedDraftPage })),
  },
];
