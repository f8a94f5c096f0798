import type { Area } from '@shared/contract/method.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { askAnew } from './query.ts';

/** How often work that goes on is looked at, in milliseconds. */
const lookEvery = 500;

/** Asks anew what is shown of an area for as long as work on it goes on. */
export const useLook = (area: Area, underWay: boolean): void => {
  const queries = useQueryClient();
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(() => askAnew(queries, [area]), lookEvery);
    return () => clearInterval(timer);
  }, [queries, area, underWay]);
};
