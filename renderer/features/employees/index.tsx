import { IconUsers } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Pegawai: the register of people. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'employees',
    component: lazy(async () => ({ default: (await import('./EmployeesPage.tsx')).EmployeesPage })),
    nav: { labelKey: 'employees.nav', icon: IconUsers, order: 50 },
  },
];
