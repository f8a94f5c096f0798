import { officeRoles } from '@shared/domain/identity/person.ts';
import { IconAddressBook } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Direktori & kartu: whom this vault knows, its own card, what the publisher does, and what seldom matters. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'directory',
    component: lazy(async () => ({ default: (await import('./DirectoryPage.tsx')).DirectoryPage })),
    nav: {
      labelKey: 'directory.nav',
      icon: IconAddressBook,
      order: 55,
      roles: officeRoles,
      inPalette: true,
    },
  },
  {
    page: 'signedFile',
    component: lazy(async () => ({ default: (await import('./signed-file/SignedFilePage.tsx')).SignedFilePage })),
  },
  {
    page: 'officeProfile',
    component: lazy(async () => ({ default: (await import('./office/OfficePage.tsx')).OfficePage })),
  },
  {
    page: 'invite',
    component: lazy(async () => ({ default: (await import('./invitations/InvitePage.tsx')).InvitePage })),
  },
];
