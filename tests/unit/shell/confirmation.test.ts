import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { confirmationLimit, createConfirmationHost, readyAgainAfter } from '../../../electron/main/confirmation.ts';

class FakeWindow extends EventEmitter {
  readonly said: string[] = [];
  readonly webContents = Object.assign(new EventEmitter(), { focus: () => this.said.push('page focused') });
  gone = false;
  show = () => this.said.push('shown');
  focus = () => this.said.push('focused');
  setIgnoreMouseEvents = (ignored: boolean) => this.said.push(ignored ? 'no mouse' : 'mouse');
  isDestroyed = () => this.gone;
  destroy = () => {
    this.gone = true;
    this.emit('closed');
  };
  /** Whether a key that is pressed in it reaches its page. */
  takesKeys = (): boolean => {
    let taken = true;
    this.webContents.emit('before-input-event', {
      preventDefault: () => {
        taken = false;
      },
    });
    return taken;
  };
}

const make = () => {
  const windows: FakeWindow[] = [];
  const told: unknown[] = [];
  const doings: (() => void)[] = [];
  const ports: ((port: never) => void)[] = [];
  const host = createConfirmationHost({
    open: (_parent, attach, done) => {
      const window = new FakeWindow();
      windows.push(window);
      doings.push(done);
      ports.push(attach as (port: never) => void);
      return window as never;
    },
  });
  const parent = new FakeWindow();
  const asker = {
    attachConfirmation: (id: number, port: unknown) => told.push(['port', id, port]),
    confirmationGone: (id: number) => told.push(['gone', id]),
  };
  const show = (id: number) => host.show(id, parent as never, asker as never);
  const prepare = () => host.prepare(parent as never);
  return { host, windows, told, doings, ports, parent, show, prepare, asker };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the window of confirmation', () => {
  it('is shown when it has drawn, and hands its port to the backend that asked', () => {
    const { windows, told, ports, show } = make();
    show(7);
    expect(windows[0]?.said).toEqual([]);
    windows[0]?.emit('ready-to-show');
    ports[0]?.('port' as never);
    expect([windows[0]?.said, told]).toEqual([['shown'], [['port', 7, 'port']]]);
  });

  it('drops what is typed and pressed below it until it is gone; then the page below has the focus', () => {
    const { windows, parent, told, show } = make();
    show(1);
    expect([parent.takesKeys(), parent.said]).toEqual([false, ['no mouse']]);
    windows[0]?.destroy();
    expect([parent.takesKeys(), parent.said.slice(1)]).toEqual([true, ['mouse', 'focused', 'page focused']]);
    expect(told).toEqual([['gone', 1]]);
  });

  it.each<[string, (window: FakeWindow) => void]>([
    ['its page crashes', (window) => void window.webContents.emit('render-process-gone')],
    ['its page does not answer', (window) => void window.emit('unresponsive')],
    ['it is left alone for five minutes', () => void vi.advanceTimersByTime(confirmationLimit)],
  ])('goes when %s, and says so', (_name, happen) => {
    const { windows, told, show } = make();
    show(3);
    happen(windows[0]!);
    expect([windows[0]?.gone, told]).toEqual([true, [['gone', 3]]]);
  });

  it('stays as long as something is done in it: reading with care is activity', () => {
    const { windows, doings, show } = make();
    show(1);
    for (let i = 0; i < 5; i++) {
      vi.advanceTimersByTime(confirmationLimit - 1);
      doings[0]?.();
    }
    expect(windows[0]?.gone).toBe(false);
    vi.advanceTimersByTime(confirmationLimit);
    expect(windows[0]?.gone).toBe(true);
  });

  it('goes when it is answered, or whatever it is about when the vault locks; another one stays', () => {
    const { host, windows, show } = make();
    show(1);
    host.close(2);
    expect(windows[0]?.gone).toBe(false);
    host.close(1);
    show(2);
    host.close();
    expect(windows.map(({ gone }) => gone)).toEqual([true, true]);
  });

  it('is the only one', () => {
    const { windows, told, parent, show } = make();
    show(1);
    show(2);
    expect([windows.map(({ gone }) => gone), told, parent.takesKeys()]).toEqual([[true, false], [['gone', 1]], false]);
  });
});

describe('the window that is made ready', () => {
  it('comes at once, with the port that its page has asked for and what is done in it', () => {
    const { windows, told, ports, doings, show, prepare } = make();
    prepare();
    prepare();
    windows[0]?.emit('ready-to-show');
    ports[0]?.('port' as never);
    expect([windows.length, windows[0]?.said, told]).toEqual([1, [], []]);
    doings[0]?.();
    show(7);
    expect([windows.length, windows[0]?.said, told]).toEqual([1, ['shown'], [['port', 7, 'port']]]);
    vi.advanceTimersByTime(confirmationLimit - 1);
    doings[0]?.();
    vi.advanceTimersByTime(confirmationLimit - 1);
    expect(windows[0]?.gone).toBe(false);
  });

  it('waits until it has painted when it is asked for before', () => {
    const { windows, told, ports, show, prepare } = make();
    prepare();
    show(1);
    expect(windows[0]?.said).toEqual([]);
    ports[0]?.('port' as never);
    windows[0]?.emit('ready-to-show');
    expect([windows.length, windows[0]?.said, told]).toEqual([1, ['shown'], [['port', 1, 'port']]]);
  });

  it('serves one confirmation; another is made ready a moment after', () => {
    const { host, windows, show, prepare } = make();
    prepare();
    show(1);
    prepare();
    expect(windows).toHaveLength(1);
    host.close(1);
    vi.advanceTimersByTime(readyAgainAfter - 1);
    expect(windows).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(windows.map(({ gone }) => gone)).toEqual([true, false]);
    show(2);
    expect(windows).toHaveLength(2);
  });

  it.each<[string, (given: ReturnType<typeof make>) => void]>([
    ['its page crashes', ({ windows }) => void windows[0]?.webContents.emit('render-process-gone')],
    ['the vault locks', ({ host }) => host.close()],
    ['what it looks like changes', ({ host }) => host.renew()],
    ['the window of the app is another', ({ host, asker }) => host.show(9, new FakeWindow() as never, asker as never)],
  ])('goes when %s, and nobody is told', (_name, happen) => {
    const given = make();
    given.prepare();
    happen(given);
    expect([given.windows[0]?.gone, given.told]).toEqual([true, []]);
  });

  it('is not made above a window that has gone', () => {
    const { windows, parent, prepare } = make();
    parent.gone = true;
    prepare();
    expect(windows).toEqual([]);
  });
});
