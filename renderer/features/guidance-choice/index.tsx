import { IconArrowsSplit } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

/** Pilih bentuk pembinaan: reached from Pembinaan and the palette. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'chooseGuidance',
    component: lazy(async () => ({ default: (await import('./ChoicePage.tsx')).ChoicePage })),
    nav: { labelKey: 'guidanceChoice.nav', icon: IconArrowsSplit, order: 31, roles: [], inPalette: true },
  },
];
