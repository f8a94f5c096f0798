import { IconHelp } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Bantuan: the course of counselling, keys, limits, sources. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'help',
    component: lazy(async () => ({ default: (await import('./HelpPage.tsx')).HelpPage })),
    nav: { labelKey: 'help.nav', icon: IconHelp, order: 90 },
  },
];
