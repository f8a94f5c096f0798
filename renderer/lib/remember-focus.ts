/**
 * Remembers what has the focus. The returned function gives it back once everything has been drawn, when nothing else
 * took it meanwhile: a button that waits for its call cannot keep it.
 */
export const rememberFocus = (): (() => void) => {
  const before = document.activeElement;
  return () => {
    setTimeout(() => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    });
  };
};
