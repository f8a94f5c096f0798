import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Goes to a path of the window (parameters filled in), e.g. `go('/cases/0f…')`. */
export const useGo = (): ((path: string) => void) => {
  const navigate = useNavigate();
  return useCallback((path) => void navigate({ to: path } as Parameters<typeof navigate>[0]), [navigate]);
};

/** Parameters of the present path, e.g. `{ caseId }`. */
export const useRouteParams = (): Readonly<Record<string, string | undefined>> =>
  useParams({ strict: false }) as Readonly<Record<string, string | undefined>>;

/** The present path. */
export const usePath = (): string => useLocation().pathname;
