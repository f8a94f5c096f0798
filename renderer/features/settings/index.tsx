import { IconSettings } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Pengaturan: owner, institution, documents, security, appearance. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'settings',
    component: lazy(async () => ({ default: (await import('./SettingsPage.tsx')).SettingsPage })),
    nav: { labelKey: 'settings.nav', icon: IconSettings, order: 80 },
  },
];
