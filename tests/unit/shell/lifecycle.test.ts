import { EventEmitter } from 'node:events';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { BackendEvents } from '../../../electron/main/backend-process.ts';
import { createLifecycle, drawLimit, type LifecycleParts } from '../../../electron/main/lifecycle.ts';

type Window = ReturnType<LifecycleParts['openPage']>;

class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter();
  readonly page: string;
  destroyed = false;
  shown = false;
  constructor(page: string) {
    super();
    this.page = page;
  }
  getNormalBounds = () => ({ x: 1, y: 2, width: 3, height: 4 });
  isMaximized = () => false;
  show = () => {
    this.shown = true;
  };
  hide = () => undefined;
  destroy = () => {
    this.destroyed = true;
  };
}

interface FakeBackend {
  readonly events: Omit<BackendEvents, 'ask' | 'spawned'>;
  readonly ended: string[];
  readonly ports: unknown[];
  readonly told: unknown[];
  finish: () => void;
}

const make = () => {
  const windows: FakeWindow[] = [];
  const attach: ((port: never) => void)[] = [];
  const backends: FakeBackend[] = [];
  const said: string[] = [];
  const lifecycle = createLifecycle({
    startBackend: (events) => {
      const backend: FakeBackend = { events, ended: [], ports: [], told: [], finish: () => undefined };
      backends.push(backend);
      return {
        pid: () => backends.length,
        attachPage: (port) => backend.ports.push(port),
        tell: (seen) => backend.told.push(seen),
        askLock: (leave) => backend.told.push(['askLock', leave]),
        attachConfirmation: () => undefined,
        confirmationGone: (id) => backend.told.push(['gone', id]),
        end: (reason) => {
          backend.ended.push(reason);
          return new Promise((resolve) => {
            backend.finish = () => {
              events.ended();
              resolve();
            };
          });
        },
      };
    },
    openPage: (page, reason, _bounds, attachPort) => {
      const window = new FakeWindow(reason === null ? page : `${page}?reason=${reason}`);
      windows.push(window);
      attach.push(attachPort as (port: never) => void);
      return window as unknown as Window;
    },
    preferences: () => said.push('preferences'),
    stopPrinting: () => said.push('stopPrinting'),
    forgetCopies: () => said.push('forgetCopies'),
    confirmation: {
      show: (id, parent) => said.push(`confirm ${id} above ${(parent as unknown as FakeWindow).page}`),
      close: (id) => said.push(`confirmed ${id ?? 'any'}`),
    },
    giveUp: () => said.push('giveUp'),
    exit: () => said.push('exit'),
  });
  lifecycle.start();
  const ready = () =>
    backends.at(-1)!.events.preferences({ language: 'id', colorScheme: 'auto', contentProtection: true });
  const alive = () => windows.filter(({ destroyed }) => !destroyed).map(({ page }) => page);
  const show = () => windows.at(-1)!.emit('ready-to-show');
  const drawn = () => backends.at(-1)!.events.drawn();
  const unlocked = () => {
    ready();
    show();
    backends.at(-1)!.events.unlocked();
    drawn();
  };
  return { lifecycle, windows, attach, backends, said, ready, alive, show, drawn, unlocked };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the life of the application', () => {
  it('starts with the lock page and one backend', () => {
    const { alive, backends } = make();
    expect(alive()).toEqual(['lock']);
    expect(backends).toHaveLength(1);
  });

  it('replaces the lock page by the app page once that has drawn, not when it is loaded', () => {
    const { backends, alive, ready, show, drawn, windows } = make();
    ready();
    show();
    backends[0]!.events.unlocked();
    show();
    expect([alive(), windows[1]!.shown]).toEqual([['lock', 'app'], false]);
    drawn();
    expect([alive(), windows[1]!.shown]).toEqual([['app'], true]);
  });

  it('shows the lock page when it has painted, whatever is said of another page', () => {
    const { ready, drawn, show, windows } = make();
    ready();
    drawn();
    expect(windows[0]!.shown).toBe(false);
    show();
    expect(windows[0]!.shown).toBe(true);
  });

  it.each(['lock', 'app'])('shows a window whose page %s never draws after a while: it can be closed', (page) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { backends, windows, alive, ready, show } = make();
    ready();
    if (page === 'app') {
      show();
      backends[0]!.events.unlocked();
    }
    vi.advanceTimersByTime(drawLimit - 1);
    expect(windows.at(-1)!.shown).toBe(false);
    vi.advanceTimersByTime(1);
    expect([windows.at(-1)!.shown, alive()]).toEqual([true, [page]]);
  });

  it('never shows a window that has been replaced', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { lifecycle, backends, windows, ready, show } = make();
    ready();
    show();
    backends[0]!.events.unlocked();
    void lifecycle.lock('suspend');
    backends[0]!.events.drawn();
    vi.advanceTimersByTime(2 * drawLimit);
    expect(windows.map(({ page, shown }) => [page, shown])).toEqual([
      ['lock', true],
      ['app', false],
      ['lock?reason=suspend', true],
    ]);
  });

  it('leaves one window when it locks before the page has drawn', async () => {
    const { lifecycle, backends, alive, ready, show } = make();
    ready();
    show();
    backends[0]!.events.unlocked();
    void lifecycle.lock('suspend');
    show();
    expect(alive()).toEqual(['lock?reason=suspend']);
  });

  it.each(['idle', 'suspend', 'screenLock'] as const)(
    'takes the page away at once when it locks by %s',
    async (reason) => {
      const { lifecycle, alive, backends, unlocked } = make();
      unlocked();
      const locked = lifecycle.lock(reason);
      expect(alive()).toEqual([`lock?reason=${reason}`]);
      expect(backends).toHaveLength(1);
      backends[0]!.finish();
      await locked;
      expect(backends).toHaveLength(2);
    },
  );

  it('leaves the page to save when the person locks, until the backend closes', async () => {
    const { lifecycle, alive, backends, unlocked } = make();
    unlocked();
    const locked = lifecycle.lock('requested');
    expect(alive()).toEqual(['app']);
    backends[0]!.events.locking('requested');
    expect(alive()).toEqual(['lock?reason=requested']);
    backends[0]!.finish();
    await locked;
    expect(alive()).toEqual(['lock?reason=requested']);
  });

  it('follows a lock that the backend begins', async () => {
    const { alive, backends, unlocked } = make();
    unlocked();
    backends[0]!.events.locking('idle');
    expect(alive()).toEqual(['lock?reason=idle']);
    expect(backends[0]!.ended).toEqual(['idle']);
    backends[0]!.finish();
    await settled();
    expect(backends).toHaveLength(2);
  });

  it('locks during an unlock: what the old backend still says is not heard', async () => {
    const { lifecycle, alive, backends, ready } = make();
    ready();
    const locked = lifecycle.lock('suspend');
    backends[0]!.events.unlocked();
    expect(alive()).toEqual(['lock?reason=suspend']);
    backends[0]!.finish();
    await locked;
    backends[0]!.events.unlocked();
    expect(alive()).toEqual(['lock?reason=suspend']);
  });

  it('never gives the port of a new page to the old backend', async () => {
    const { lifecycle, attach, backends, unlocked } = make();
    unlocked();
    const locked = lifecycle.lock('suspend');
    const port = { close: () => undefined } as never;
    attach.at(-1)?.(port);
    expect(backends[0]!.ports).toEqual([]);
    backends[0]!.finish();
    await locked;
    expect(backends[1]!.ports).toEqual([port]);
  });

  it('refuses a port to a page that has been replaced', () => {
    const { attach, backends, unlocked } = make();
    unlocked();
    let closed = false;
    const port = {
      close: () => {
        closed = true;
      },
    };
    attach[0]?.(port as never);
    expect(closed).toBe(true);
    expect(backends[0]!.ports).toEqual([]);
  });

  it('shows the lock page when the backend crashes', async () => {
    const { alive, backends, unlocked } = make();
    unlocked();
    backends[0]!.events.ended();
    expect(alive()).toEqual(['lock?reason=backendCrash']);
    backends[0]!.finish();
    await settled();
    expect(backends).toHaveLength(2);
  });

  it('gives up on a backend that never starts', () => {
    const { said, backends } = make();
    backends[0]!.events.ended();
    expect(said).toEqual(['giveUp']);
    expect(backends).toHaveLength(1);
  });

  it('locks when the page crashes', () => {
    const { windows, alive, unlocked } = make();
    unlocked();
    windows[1]!.webContents.emit('render-process-gone');
    expect(alive()).toEqual(['lock?reason=pageCrash']);
  });

  it('asks the page when the window is closed, and leaves when it is ready', async () => {
    const { windows, said, backends, alive, unlocked } = make();
    unlocked();
    let kept = false;
    windows[1]!.emit('close', { preventDefault: () => (kept = true) });
    await settled();
    expect([kept, backends[0]!.told, backends[0]!.ended]).toEqual([true, [['askLock', 'quit']], []]);
    backends[0]!.events.lockAnswered('ready');
    await settled();
    expect(backends[0]!.ended).toEqual(['quit']);
    expect(said).not.toContain('exit');
    backends[0]!.events.locking('quit');
    backends[0]!.finish();
    await settled();
    expect(said).toContain('exit');
    expect(alive()).toEqual([]);
    expect(backends).toHaveLength(1);
  });

  it('asks the page when the person locks by the menu, and locks when it is ready', () => {
    const { lifecycle, backends, unlocked } = make();
    unlocked();
    lifecycle.leave('lock');
    expect([backends[0]!.told, backends[0]!.ended]).toEqual([[['askLock', 'lock']], []]);
    backends[0]!.events.lockAnswered('ready');
    expect(backends[0]!.ended).toEqual(['requested']);
  });

  it.each(['idle', 'suspend', 'screenLock', 'clockJump'] as const)('asks nobody when it locks by %s', (reason) => {
    const { lifecycle, backends, unlocked } = make();
    unlocked();
    lifecycle.leave('quit');
    backends[0]!.events.lockAnswered('asking');
    void lifecycle.lock(reason);
    expect(backends[0]!.ended).toEqual([reason]);
    expect(backends[0]!.told).toEqual([['askLock', 'quit']]);
  });

  it('asks nobody where no page of a vault has been seen', async () => {
    const { lifecycle, backends, ready, show } = make();
    lifecycle.leave('lock');
    backends[0]!.finish();
    await settled();
    ready();
    show();
    backends[1]!.events.unlocked();
    lifecycle.leave('quit');
    await settled();
    expect(backends.map(({ told, ended }) => [told, ended])).toEqual([
      [[], ['requested']],
      [[], ['quit']],
    ]);
  });

  it.each([
    ['nothing but moves, in the window', 1, ['mouseMove', 'mouseWheel', 'keyUp'], true],
    ['a press, in a window that is no more', 0, ['mouseDown'], true],
    ['a press, in the window', 1, ['mouseDown'], false],
    ['a key, in the window', 1, ['rawKeyDown'], false],
  ] as const)('judges by what was pressed whether the person stays, and counts it: %s', (_name, at, types, leaves) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { lifecycle, windows, backends, unlocked } = make();
    unlocked();
    lifecycle.leave('lock');
    for (const type of types) windows[at]!.webContents.emit('input-event', {}, { type });
    expect(lifecycle.deeds()).toBe(leaves ? 1 : 2);
    backends[0]!.events.lockAnswered('stay');
    vi.advanceTimersByTime(2000);
    lifecycle.leave('lock');
    expect(backends[0]!.ended).toEqual(leaves ? ['requested'] : []);
  });

  it('takes copies off the clipboard when it locks and when it ends, also with the lock page shown', async () => {
    const { lifecycle, said, backends, ready, unlocked } = make();
    const forgotten = () => said.filter((what) => what === 'forgetCopies').length;
    ready();
    void lifecycle.lock('screenLock');
    backends[0]!.finish();
    await settled();
    expect(forgotten()).toBeGreaterThan(0);
    unlocked();
    const before = forgotten();
    void lifecycle.lock('idle');
    expect(forgotten()).toBeGreaterThan(before);
    backends[1]!.finish();
    await settled();
    const last = forgotten();
    void lifecycle.quit();
    await settled();
    backends[2]!.finish();
    await settled();
    expect(forgotten()).toBeGreaterThan(last);
    expect(said.at(-1)).toBe('exit');
  });

  it('stops what is being printed when it locks', () => {
    const { lifecycle, said, unlocked } = make();
    unlocked();
    void lifecycle.lock('idle');
    expect(said).toContain('stopPrinting');
  });
});

describe('a confirmation', () => {
  it('is shown above the page of the open vault, and goes when it is answered', () => {
    const { backends, said, unlocked } = make();
    unlocked();
    backends[0]!.events.confirm(4);
    backends[0]!.events.confirmed(4);
    expect(said.filter((text) => text.startsWith('confirm'))).toEqual(['confirm 4 above app', 'confirmed 4']);
  });

  it('is left at once when no page of a vault is there', () => {
    const { backends, said, ready } = make();
    ready();
    backends[0]!.events.confirm(4);
    expect([backends[0]!.told, said.includes('confirm 4 above lock')]).toEqual([[['gone', 4]], false]);
  });

  it.each([
    ['a lock', (made: ReturnType<typeof make>) => void made.lifecycle.lock('suspend')],
    ['a crash of the backend', (made: ReturnType<typeof make>) => made.backends[0]!.events.ended()],
    ['leaving', (made: ReturnType<typeof make>) => void made.lifecycle.quit()],
    ['being asked before leaving', (made: ReturnType<typeof make>) => made.lifecycle.leave('lock')],
  ])('goes with %s', (_name, happen) => {
    const made = make();
    made.unlocked();
    made.backends[0]!.events.confirm(4);
    happen(made);
    expect(made.said).toContain('confirmed any');
  });
});
