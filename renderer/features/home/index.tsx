import { IconHome } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Beranda: what waits for the holder, today's sessions, drafts, files by phase. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'home',
    component: lazy(async () => ({ default: (await import('./HomePage.tsx')).HomePage })),
    nav: { labelKey: 'home.nav', icon: IconHome, order: 10 },
  },
];
