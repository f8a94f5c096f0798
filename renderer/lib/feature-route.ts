import type { Role } from '@shared/domain/identity/person.ts';
import type { ComponentType } from 'react';

/** A page that a feature gives the window. Make `component` lazy, so that the window starts fast. */
export interface FeatureRoute {
  /** Path with parameters as `$name`, e.g. `/cases/$caseId`. */
  readonly path: string;
  readonly component: ComponentType;
  /** Set for pages that stand in the navigation. */
  readonly nav?: {
    readonly labelKey: string;
    readonly icon: ComponentType<{ size?: number | string; stroke?: number }>;
    readonly order: number;
    /** Shown to holders of one of these roles alone; all when left out. */
    readonly roles?: readonly Role[];
    /** The palette finds it for everyone, whatever the roles. */
    readonly inPalette?: boolean;
  };
}
