/** Where no part of the page takes a file, the pointer says so before it is dropped. */
const forbidDropElsewhere = (): void => {
  document.addEventListener('dragover', (event) => {
    const { dataTransfer } = event;
    if (event.defaultPrevented || !dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    dataTransfer.dropEffect = 'none';
  });
};

/** Keeps text and pictures from being dragged out of the window by mistake; files can still be dropped in. */
export const forbidDragOut = (): void => {
  document.addEventListener('dragstart', (event) => event.preventDefault(), { capture: true });
  forbidDropElsewhere();
};
