import { type RefObject, useEffect, useRef } from 'react';

/**
 * Gives a ref for what has just appeared: brought into view and given the focus, since what was pressed may be gone.
 * Again whenever `appeared` changes; not at all while it is false.
 */
export const useFocusHere = <T extends HTMLElement>(appeared: unknown = true): RefObject<T | null> => {
  const element = useRef<T>(null);
  useEffect(() => {
    if (appeared === false) return;
    element.current?.scrollIntoView({ block: 'center' });
    element.current?.focus({ preventScroll: true });
  }, [appeared]);
  return element;
};
