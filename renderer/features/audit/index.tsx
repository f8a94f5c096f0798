import { IconHistory } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Jejak audit: out of sight until it matters, so in the settings and the palette alone. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'audit',
    component: lazy(async () => ({ default: (await import('./AuditPage.tsx')).AuditPage })),
    nav: { labelKey: 'auditTrail.title', icon: IconHistory, order: 81, roles: [], inPalette: true },
  },
];
