import { IconTable } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Daftar: lists of the office, to print and to save; led to by the pages whose lists they are. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'lists',
    component: lazy(async () => ({ default: (await import('./ListsPage.tsx')).ListsPage })),
    nav: { labelKey: 'lists.nav', icon: IconTable, order: 45, roles: [], inPalette: true },
  },
];
