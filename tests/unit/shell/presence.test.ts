import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createPresence, presenceInterval, type Seen } from '../../../electron/main/presence.ts';

const make = () => {
  const at = { now: 1000, x: 10, y: 10, idle: 0 };
  const told: Seen[] = [];
  const presence = createPresence({
    pointer: () => ({ x: at.x, y: at.y }),
    systemIdle: () => at.idle,
    now: () => at.now,
    tell: (seen) => told.push(seen),
  });
  const contents = new EventEmitter();
  presence.watch(contents as never);
  const input = (type: string): number => {
    contents.emit('input-event', {}, { type });
    return told.length;
  };
  return { at, told, presence, input };
};

describe('presence', () => {
  it.each(['rawKeyDown', 'keyDown', 'mouseDown', 'mouseWheel', 'touchStart', 'touchMove'])('counts %s', (type) => {
    expect(make().input(type)).toBe(1);
  });

  it.each(['undefined', 'mouseUp', 'mouseEnter', 'mouseLeave', 'contextMenu', 'keyUp', 'char', 'gestureScrollUpdate'])(
    'does not count %s, which may come without a person',
    (type) => expect(make().input(type)).toBe(0),
  );

  it('counts a move of the pointer, but not one of the window below it', () => {
    const { at, input } = make();
    expect(input('mouseMove')).toBe(0);
    at.x += 1;
    expect(input('mouseMove')).toBe(1);
    at.now += presenceInterval;
    expect(input('mouseMove')).toBe(1);
  });

  it('tells of it every few seconds at most, of the first at once', () => {
    const { at, input } = make();
    expect(input('keyDown')).toBe(1);
    at.now += presenceInterval - 1;
    expect(input('keyDown')).toBe(1);
    at.now += 1;
    expect(input('keyDown')).toBe(2);
  });

  it('passes on what the system says', () => {
    const { at, told, presence } = make();
    at.idle = 61;
    presence.look();
    expect(told).toEqual([{ kind: 'systemIdle', seconds: 61 }]);
  });
});
