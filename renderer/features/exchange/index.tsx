import { IconTransfer } from '@tabler/icons-react';
import { lazy } from 'react';
import type { FeatureRoute } from '../../lib/feature-route.ts';

const SendPage = lazy(async () => ({ default: (await import('./send/SendPage.tsx')).SendPage }));

/** Kirim & Terima: sealed packages in and out, what has arrived, drafts to be signed, copies received. */
export const routes: readonly FeatureRoute[] = [
  {
    page: 'exchange',
    component: lazy(async () => ({ default: (await import('./ExchangePage.tsx')).ExchangePage })),
    nav: { labelKey: 'exchange.nav', icon: IconTransfer, order: 25 },
  },
  {
    page: 'review',
    component: lazy(async () => ({ default: (await import('./review/ReviewPage.tsx')).ReviewPage })),
  },
  { page: 'send', component: SendPage },
  { page: 'sendAgain', component: SendPage },
  {
    page: 'copy',
    component: lazy(async () => ({ default: (await import('./copies/CopyPage.tsx')).CopyPage })),
  },
];
