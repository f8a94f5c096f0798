import { IconNotebook } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Catatan pribadi: the counsellor's locked notebook. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'notes',
    component: lazy(async () => ({ default: (await import('./NotesPage.tsx')).NotesPage })),
    nav: { labelKey: 'notes.nav', icon: IconNotebook, order: 30 },
  },
];

/** The notes of one case beside what is written there; nothing is copied by itself. */
export const NotesSidePanel = lazy(async () => ({ default: (await import('./NotesSidePanel.tsx')).NotesSidePanel }));
