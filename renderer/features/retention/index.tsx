import { officeRoles, type Role } from '@shared/domain/identity/person.ts';
import { IconAlertTriangle, IconArchive } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Who erases by the schedule, and who has copies of the own. */
const eraseHere: readonly Role[] = [...officeRoles, 'employee'];

/** Retensi & penghapusan: how long files are kept, and their erasure; whose data others may have. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'retention',
    component: lazy(async () => ({ default: (await import('./RetentionPage.tsx')).RetentionPage })),
    nav: { labelKey: 'retention.nav', icon: IconArchive, order: 70, roles: eraseHere, inPalette: true },
  },
  {
    page: 'incident',
    component: lazy(async () => ({ default: (await import('./IncidentPage.tsx')).IncidentPage })),
    nav: { labelKey: 'retention.incident.title', icon: IconAlertTriangle, order: 71, roles: [], inPalette: true },
  },
];
