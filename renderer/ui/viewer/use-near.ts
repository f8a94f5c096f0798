import { type RefObject, useEffect, useState } from 'react';

/** True while an element is in what `root` shows, or within one such height above or below. */
export const useNear = (element: RefObject<HTMLElement | null>, root: RefObject<HTMLElement | null>): boolean => {
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver((seen) => setNear(seen.at(-1)?.isIntersecting ?? false), {
      root: root.current,
      rootMargin: '100% 0px',
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, root]);
  return near;
};
