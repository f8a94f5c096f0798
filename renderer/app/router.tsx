import { Loader } from '@mantine/core';
import { pages } from '@shared/domain/place/places.ts';
import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeatureRoute } from '../lib/feature-route.ts';
import { AppLayout } from './AppLayout.tsx';
import { PageFailed, PageMissing } from './PageFailed.tsx';

const Waiting = () => {
  const { t } = useTranslation();
  return <Loader m="lg" aria-label={t('common.loading')} />;
};

/** Router over the features' pages; the address lives in memory alone and begins at `path`. */
export const createAppRouter = (routes: readonly FeatureRoute[], path: string) => {
  const root = createRootRoute({ component: AppLayout, notFoundComponent: PageMissing, errorComponent: PageFailed });
  const children = routes.map(({ page, component: Component }) =>
    createRoute({
      getParentRoute: () => root,
      path: pages[page],
      component: () => (
        <Suspense fallback={<Waiting />}>
          <Component />
        </Suspense>
      ),
      errorComponent: PageFailed,
    }),
  );
  return createRouter({
    routeTree: root.addChildren(children),
    history: createMemoryHistory({ initialEntries: [path] }),
    defaultNotFoundComponent: PageMissing,
  });
};
