import { officeRoles } from '@shared/domain/identity/person.ts';
import { IconTable } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Daftar: lists of the office, to print and to save. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'lists',
    component: lazy(async () => ({ default: (await import('./ListsPage.tsx')).ListsPage })),
    nav: { labelKey: 'lists.nav', icon: IconTable, order: 45, roles: officeRoles, inPalette: true },
  },
];
