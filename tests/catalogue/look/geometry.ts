/**
 * What is cut off, overlaps, scrolls sideways, lies where nobody comes or is too small to be hit, on the page as it is
 * now: one line for each. Serialised into the page, after `installLook`.
 */
export const geometryFindings = (): string[] => {
  /** Least width and height of a target, in CSS pixels (WCAG 2.2, 2.5.8). */
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
      // A table that is wider than a small window scrolls by itself, and so does what keys can scroll.
      if (
        isShown(element) &&
        !element.matches('textarea, input') &&
        element.querySelector('table') === null &&
        element.closest('[tabindex="0"]') === null
      )
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

  /** Far enough from every other target: a circle of `smallest` around its middle touches none. */
  const isAlone = (target: Element, others: readonly Element[]): boolean => {
    const { left, right, top, bottom } = box(target);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return others.every((other) => {
      if (other.contains(target) || target.contains(other) || planeOf(other) !== planeOf(target)) return true;
      const edge = box(other);
      const [dx, dy] = [Math.max(edge.left - x, 0, x - edge.right), Math.max(edge.top - y, 0, y - edge.bottom)];
      return Math.hypot(dx, dy) >= smallest / 2;
    });
  };

  /** A field leaves room inside for its button. */
  const areOneField = (one: Element, other: Element): boolean =>
    one.parentElement === other.parentElement ||
    (one.closest('.mantine-Input-wrapper') ?? one) === other.closest('.mantine-Input-wrapper');

  const findInTargets = (): void => {
    const targets = [...root().querySelectorAll(targetsOf)].filter(
      (target) =>
        // What readers do not hear of repeats what keys do in the field beside it.
        isShown(target) &&
        !isForReaders(target) &&
        !target.matches(':disabled') &&
        !target.closest('[aria-hidden="true"]'),
    );
    for (const [index, one] of targets.entries()) {
      const { width, height } = box(one);
      const isSmall = width < smallest || height < smallest;
      if (isSmall && styleOf(one).display !== 'inline' && !isAlone(one, targets))
        found.push(`too small to be hit, ${Math.round(width)} × ${Math.round(height)} px: ${nameOf(one)}`);
      for (const other of targets.slice(index + 1)) {
        if (one.contains(other) || other.contains(one) || areOneField(one, other)) continue;
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
