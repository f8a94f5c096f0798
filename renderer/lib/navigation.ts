import type { Page, ParameterOf, Place } from '@shared/domain/place/places.ts';
import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Goes to a place of the window, e.g. `go(placeOf('case', { caseId }))`. */
export const useGo = (): ((place: Place) => void) => {
  const navigate = useNavigate();
  return useCallback((to) => void navigate({ to } as Parameters<typeof navigate>[0]), [navigate]);
};

/**
 * Parameters of the present address, for a component that draws these pages. They are text as it stands there, not yet
 * known to be what the page takes: an address may have been kept by an older version.
 */
export const useParameters = <P extends Page>(
  ..._pages: readonly [P, ...P[]]
): Readonly<Record<ParameterOf<P>, string | undefined>> =>
  useParams({ strict: false }) as Readonly<Record<ParameterOf<P>, string | undefined>>;

/** The present path. */
export const usePath = (): string => useLocation().pathname;
