import type { Role } from '@shared/domain/identity/person.ts';
import type { Page, PlainPage } from '@shared/domain/place/places.ts';
import type { ComponentType } from 'react';

/** How a page stands in the navigation. */
interface InNavigation {
  readonly labelKey: string;
  readonly icon: ComponentType<{ size?: number | string; stroke?: number }>;
  readonly order: number;
  /** Shown to holders of one of these roles alone; all when left out. */
  readonly roles?: readonly Role[];
  /** The palette finds it for everyone, whatever the roles. */
  readonly inPalette?: boolean;
}

/**
 * A page that a feature gives the window, by its name in `shared/domain/place/places.ts`. Make `component` lazy, so
 * that the window starts fast. `nav` is for pages that stand in the navigation: their address needs nothing filled in.
 */
export type FeatureRoute =
  | { readonly page: Page; readonly component: ComponentType; readonly nav?: undefined }
  | { readonly page: PlainPage; readonly component: ComponentType; readonly nav: InNavigation };
