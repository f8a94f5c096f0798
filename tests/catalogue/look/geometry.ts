/**
 * What is cut off, overlaps, scrolls sideways, lies where nobody comes or is too small to be hit, on the page as it is
 * now: one line for each. Serialised into the page, after `installLook`.
 */
export const geometryFindings = (): string[] => {
  /** Least width and height of a target, in CSS pixels (WCAG 2.2, 2.5.8, without its exceptions for free space). */
  const smallest = 24;
  const targetsOf =
    'a[href], button, select, textarea, input, [role="tab"], [role="menuitem"], [role="option"], [role="link"]';

  const { isShown, isForReaders, nameOf, root, texts } = window.bilikLook;
  const page = document.documentElement;
  const found: string[] = [];
  const box = (element: Element): DOMRect => element.getBoundingClientRect();
  const styleOf = (element: Element): CSSStyleDeclaration => getComputedStyle(element);
  const scrolls = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';
  const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';

  const findSideways = (): void => {
    if (page.scrollWidth > page.clientWidth) found.push(`the page scrolls sideways: ${page.scrollWidth} px wide`);
    for (const element of root().querySelectorAll('*')) {
      if (element.scrollWidth <= element.clientWidth + 1 || !scrolls(styleOf(element).overflowX)) continue;
      // What is wider than a small window by its nature stands in a region of its own that keys can scroll.
      if (isShown(element) && !element.matches('textarea, input') && element.closest('[tabindex="0"]') === null)
        found.push(`scrolls sideways: ${nameOf(element)}`);
    }
  };

  interface Reach {
    /** Pixels that ancestors cut off. */
    cut: number;
    /** An ellipsis says so. */
    marked: boolean;
    /** False once an ancestor scrolls along: what it hides can be reached. */
    alongX: boolean;
    alongY: boolean;
  }

  /** What one ancestor cuts off of a rectangle. */
  const cutBy = (at: Element, rect: DOMRect, reach: Reach): void => {
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = styleOf(at);
    const edge = box(at);
    reach.alongX &&= !scrolls(overflowX);
    reach.alongY &&= !scrolls(overflowY);
    const outX = reach.alongX && hides(overflowX) ? Math.max(edge.left - rect.left, rect.right - edge.right) : 0;
    const outY = reach.alongY && hides(overflowY) ? Math.max(edge.top - rect.top, rect.bottom - edge.bottom) : 0;
    reach.marked ||= (outX > 2 && textOverflow === 'ellipsis') || (outY > 2 && webkitLineClamp !== 'none');
    reach.cut = Math.max(reach.cut, outX, outY);
  };

  /** How far a rectangle reaches out of what its ancestors let through. */
  const cutOf = (rect: DOMRect, element: Element): Reach => {
    const reach: Reach = { cut: 0, marked: false, alongX: true, alongY: true };
    let lifted = false;
    for (let at: Element | null = element; at !== null && at !== page; at = at.parentElement) {
      const { position } = styleOf(at);
      // What is placed by hand is cut by what it is placed in alone.
      if (!lifted || position !== 'static') cutBy(at, rect, reach);
      lifted = position === 'absolute' || (lifted && position === 'static');
      if (position !== 'fixed') continue;
      // What does not move with the page and does not scroll must lie in the window as a whole.
      if (reach.alongY) reach.cut = Math.max(reach.cut, rect.bottom - window.innerHeight);
      if (reach.alongX) reach.cut = Math.max(reach.cut, rect.right - window.innerWidth);
      break;
    }
    return reach;
  };

  /** What an element moves with: the page, or something that stays in its place over it. */
  const planeOf = (element: Element): Element | null => {
    for (let at: Element | null = element; at !== null; at = at.parentElement)
      if (['sticky', 'fixed'].includes(styleOf(at).position)) return at;
    return null;
  };
  const overlap = (a: DOMRect, b: DOMRect): { readonly width: number; readonly height: number } => ({
    width: Math.min(a.right, b.right) - Math.max(a.left, b.left),
    height: Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
  });

  interface Line {
    readonly rect: DOMRect;
    readonly element: Element;
    readonly plane: Element | null;
  }

  /** Finds out whether a line cannot be read whole. */
  const isWhole = ({ rect, element }: Line): boolean => {
    const { cut, marked } = cutOf(rect, element);
    if (rect.left < -1) found.push(`text lies outside of the window: ${nameOf(element)}`);
    if (cut <= 2) return true;
    // An ellipsis says that there is more, and its title says what.
    if (!marked) found.push(`text is cut off: ${nameOf(element)}`);
    else if (element.closest('[title]') === null) found.push(`text is shortened without a title: ${nameOf(element)}`);
    return false;
  };

  const isOver = (one: Line, other: Line): boolean => {
    if (one.element === other.element || one.plane !== other.plane) return false;
    const { width, height } = overlap(one.rect, other.rect);
    return width > 2 && height > 0.4 * Math.min(one.rect.height, other.rect.height);
  };

  const findOverlaps = (lines: readonly Line[]): void => {
    const inOrder = [...lines].sort((a, b) => a.rect.top - b.rect.top);
    for (const [index, one] of inOrder.entries()) {
      const end = inOrder.findIndex(({ rect }, next) => next > index && rect.top >= one.rect.bottom);
      for (const other of inOrder.slice(index + 1, end === -1 ? undefined : end))
        if (isOver(one, other)) found.push(`texts overlap: ${nameOf(one.element)} and ${nameOf(other.element)}`);
    }
  };

  /** What a finger hits: a box to tick together with its label. */
  const reach = (target: Element): DOMRect => {
    const isBox = target.matches('input[type="checkbox"], input[type="radio"]');
    const label = isBox ? (target as HTMLInputElement).labels?.[0] : undefined;
    return label === undefined ? box(target) : box(label);
  };

  const findInTargets = (): void => {
    const targets = [...root().querySelectorAll(targetsOf)].filter(
      (target) => isShown(target) && !isForReaders(target) && !target.matches(':disabled'),
    );
    for (const [index, one] of targets.entries()) {
      const { width, height } = reach(one);
      const isInText = styleOf(one).display === 'inline';
      if (!isInText && (width < smallest || height < smallest))
        found.push(`too small to be hit, ${Math.round(width)} × ${Math.round(height)} px: ${nameOf(one)}`);
      for (const other of targets.slice(index + 1)) {
        if (one.contains(other) || other.contains(one) || one.parentElement === other.parentElement) continue;
        const shared = overlap(box(one), box(other));
        if (shared.width > 2 && shared.height > 2 && planeOf(one) === planeOf(other))
          found.push(`targets overlap: ${nameOf(one)} and ${nameOf(other)}`);
      }
    }
  };

  findSideways();
  const lines = texts().flatMap(({ element, rects }): Line[] => {
    const plane = planeOf(element);
    return rects.map((rect) => ({ rect, element, plane }));
  });
  findOverlaps(lines.filter(isWhole));
  findInTargets();
  return [...new Set(found)];
};
