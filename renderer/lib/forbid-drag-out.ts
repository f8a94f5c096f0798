/** Keeps text and pictures from being dragged out of the window by mistake; files can still be dropped in. */
export const forbidDragOut = (): void => {
  document.addEventListener('dragstart', (event) => event.preventDefault(), { capture: true });
};
