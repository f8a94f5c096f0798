import { IconFolders } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Berkas konseling: the list, a file, the form of any act, and the ways to begin a file. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'cases',
    component: lazy(async () => ({ default: (await import('./list/CasesPage.tsx')).CasesPage })),
    nav: { labelKey: 'cases.nav', icon: IconFolders, order: 20 },
  },
  {
    page: 'newCase',
    component: lazy(async () => ({ default: (await import('./paper/NewCasePage.tsx')).NewCasePage })),
  },
  {
    page: 'caseFromPaper',
    component: lazy(async () => ({ default: (await import('./paper/FromPaperPage.tsx')).FromPaperPage })),
  },
  {
    page: 'caseAssigned',
    component: lazy(async () => ({ default: (await import('./paper/AssignedPage.tsx')).AssignedPage })),
  },
  {
    page: 'followUps',
    component: lazy(async () => ({ default: (await import('./follow-ups/FollowUpsPage.tsx')).FollowUpsPage })),
  },
  {
    page: 'case',
    component: lazy(async () => ({ default: (await import('./view/CasePage.tsx')).CasePage })),
  },
  {
    page: 'caseDocument',
    component: lazy(async () => ({ default: (await import('./view/DocumentPage.tsx')).DocumentPage })),
  },
  {
    page: 'act',
    component: lazy(async () => ({ default: (await import('./act-form/ActFormPage.tsx')).ActFormPage })),
  },
  {
    page: 'actAbout',
    component: lazy(async () => ({ default: (await import('./act-form/ActFormPage.tsx')).ActFormPage })),
  },
  {
    page: 'caseFromGuidance',
    component: lazy(async () => ({ default: (await import('./act-form/FromGuidancePage.tsx')).FromGuidancePage })),
  },
  {
    page: 'receivedDraft',
    component: lazy(async () => ({ default: (await import('./act-form/ReceivedDraftPage.tsx')).ReceivedDraftPage })),
  },
];
