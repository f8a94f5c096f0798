/** Files over a place, or dropped there, where no part of the page takes any. */
const isElsewhere = (event: DragEvent): event is DragEvent & { readonly dataTransfer: DataTransfer } =>
  !event.defaultPrevented && event.dataTransfer?.types.includes('Files') === true;

const heard = (page: EventTarget, type: 'dragover' | 'drop', hear: (event: DragEvent) => void): (() => void) => {
  const listener = hear as EventListener;
  page.addEventListener(type, listener);
  return () => page.removeEventListener(type, listener);
};

/** For a page that takes no file anywhere: the pointer says so, before one is dropped. */
export const forbidDrop = (page: EventTarget): void => {
  heard(page, 'dragover', (event) => {
    if (!isElsewhere(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  });
};

/**
 * For a page that takes files here and there: those that are dropped elsewhere go nowhere, and `tell` hears of it.
 * Returns what ends it.
 */
export const tellDropElsewhere = (page: EventTarget, tell: () => void): (() => void) => {
  const stop = (event: DragEvent): boolean => {
    if (!isElsewhere(event)) return false;
    event.preventDefault();
    return true;
  };
  // A drop that is refused is not heard of at all, so it is let happen.
  const ends = [heard(page, 'dragover', stop), heard(page, 'drop', (event) => stop(event) && tell())];
  return () => {
    for (const end of ends) end();
  };
};
