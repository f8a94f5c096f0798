import { placeOf } from '@shared/domain/place/places.ts';
import type { FeatureRoute } from '../lib/feature-route.ts';

const features = import.meta.glob<readonly FeatureRoute[]>('../features/*/index.tsx', {
  eager: true,
  import: 'routes',
});

/** Pages of all features. */
export const featureRoutes: readonly FeatureRoute[] = Object.values(features).flat();

/** Pages of the navigation, in order. */
export const navigationRoutes = featureRoutes
  .flatMap((route) => (route.nav === undefined ? [] : [{ place: placeOf(route.page), ...route.nav }]))
  .sort((a, b) => a.order - b.order);
export type NavigationRoute = (typeof navigationRoutes)[number];
