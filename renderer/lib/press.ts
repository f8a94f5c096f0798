let pressed = false;
const waiting = new Set<() => void>();

const release = (): void => {
  pressed = false;
  const due = [...waiting];
  waiting.clear();
  for (const run of due) run();
};

if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', ({ button }) => {
    pressed ||= button === 0;
  });
  // The click itself comes in the same turn as the end of the press.
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, () => setTimeout(release));
}

/**
 * Runs what may move things on the page: at once, or when the first button of the mouse is let go, where it is held
 * down. What moved away under the pointer would take the click with it. The same function waits once.
 */
export const afterPress = (run: () => void): void => {
  if (pressed) waiting.add(run);
  else run();
};
