/** A piece of text as it stands on the page. */
export interface ShownText {
  readonly element: Element;
  /** Its lines. */
  readonly rects: readonly DOMRect[];
}

/** What the inspections of a page look with; lives in the page. */
export interface Look {
  /** The topmost layer: an open dialog, menu or list, else the whole page. What lies below a layer is not looked at. */
  readonly root: () => Element;
  readonly isShown: (element: Element) => boolean;
  /** Said to screen readers alone: a pixel large and cut on purpose, or above the window until it has the focus. */
  readonly isForReaders: (element: Element) => boolean;
  /** Texts of the topmost layer that a person sees. */
  readonly texts: () => ShownText[];
  /** How a finding names an element. */
  readonly nameOf: (element: Element) => string;
}

declare global {
  interface Window {
    bilikLook: Look;
  }
}

/** Installs the tools once for each page. Serialised into the page: uses nothing from outside. */
export const installLook = (): void => {
  const layers = '[aria-modal="true"], [role="menu"], [role="listbox"], [role="alertdialog"]';
  const box = (element: Element): DOMRect => element.getBoundingClientRect();

  const isShown = (element: Element): boolean => {
    const { width, height } = box(element);
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const isForReaders = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { position, clip, clipPath } = getComputedStyle(at);
      if (position === 'fixed') return box(at).bottom <= 0;
      if (position === 'absolute' && (clip.startsWith('rect(0px') || clipPath === 'inset(50%)' || box(at).width <= 1))
        return true;
    }
    return false;
  };
  const root = (): Element => [...document.querySelectorAll(layers)].filter(isShown).at(-1) ?? document.body;

  const texts = (): ShownText[] => {
    const shown: ShownText[] = [];
    const walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || (node.textContent ?? '').trim() === '') continue;
      if (!isShown(element) || isForReaders(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
      shown.push({ element, rects });
    }
    return shown;
  };
  const nameOf = (element: Element): string => {
    const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ');
    return `<${element.tagName.toLowerCase()}> “${text.slice(0, 60)}”`;
  };
  window.bilikLook = { root, isShown, isForReaders, texts, nameOf };
};
