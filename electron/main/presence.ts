import type { ToBackend } from '@shared/contract/control.ts';
import type { Point, WebContents } from 'electron';

/** What is told of a person: input in one of our windows, or for how long the computer was left alone. */
export type Seen = Extract<ToBackend, { readonly kind: 'active' | 'systemIdle' }>;

export interface PresenceParts {
  /** Where the pointer is on the screen. */
  readonly pointer: () => Point;
  /** Seconds since the computer was last touched, as the system says. */
  readonly systemIdle: () => number;
  /** Milliseconds since some fixed moment. */
  readonly now: () => number;
  readonly tell: (seen: Seen) => void;
}

export interface Presence {
  /** Counts what a person does in a window; `also` hears of it too, as seldom. */
  readonly watch: (contents: WebContents, also?: () => void) => void;
  /** Looks for how long the computer was left alone; to be called every few seconds. */
  readonly look: () => void;
}

/** How often activity is passed on at most, and the system asked, in milliseconds. */
export const presenceInterval = 5000;

/** Input that only a person makes. Moves of the pointer count by where it is: a window that moves makes them too. */
const deeds: ReadonlySet<string> = new Set([
  'rawKeyDown',
  'keyDown',
  'mouseDown',
  'mouseWheel',
  'touchStart',
  'touchMove',
]);

/** True for input by which a person answers what a window asks. */
export const isPress = (type: string): boolean => deeds.has(type) && type !== 'mouseWheel' && type !== 'touchMove';

/**
 * Sees whether a person is there by what reaches our windows from the system, never by what a page says: a page that
 * has been taken over would stay open for ever.
 */
export const createPresence = (parts: PresenceParts): Presence => {
  let told = Number.NEGATIVE_INFINITY;
  let last: Point = parts.pointer();

  const pointerMoved = (): boolean => {
    const at = parts.pointer();
    const moved = at.x !== last.x || at.y !== last.y;
    last = at;
    return moved;
  };

  return {
    watch: (contents, also) => {
      contents.on('input-event', (_event, { type }) => {
        const now = parts.now();
        if (now - told < presenceInterval) return;
        if (!deeds.has(type) && !(type === 'mouseMove' && pointerMoved())) return;
        told = now;
        parts.tell({ kind: 'active' });
        also?.();
      });
    },
    look: () => parts.tell({ kind: 'systemIdle', seconds: parts.systemIdle() }),
  };
};
