/**
 * Makes a drawing that waits while the first button of the mouse is held down: what moved away under the pointer would
 * take the click with it.
 */
export const afterPress = (draw: () => void): (() => void) => {
  let pressed = false;
  let waiting = false;
  const release = (): void => {
    pressed = false;
    if (waiting) draw();
    waiting = false;
  };
  window.addEventListener('pointerdown', ({ button }) => {
    pressed ||= button === 0;
  });
  // The click itself comes in the same turn as the end of the press.
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, () => setTimeout(release));
  return () => {
    if (pressed) waiting = true;
    else draw();
  };
};
