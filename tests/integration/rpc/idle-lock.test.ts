import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultIdleMinutes } from '../../../electron/backend/rpc/idle-clock.ts';
import { contract } from '../../../shared/contract/index.ts';
import { holder, passphrase, vaultTemplate } from '../../fixtures/made-vault.ts';
import { good, start, startUnlocked } from './start-backend.ts';

// A page that has been taken over may call whatever it likes. Nothing of that counts as a person who is there.

beforeAll(async () => {
  await vaultTemplate();
});

/** Time stands still but for `advanceTimersByTime`; what waits for the disk or a key goes on. */
const fakes = ['setInterval', 'clearInterval', 'Date', 'performance'] as const;

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const unlocked = async () => {
  vi.useFakeTimers({ toFake: [...fakes] });
  const { backend, call, heard } = await startUnlocked();
  const locked = () => heard.toMain.flatMap((message) => (message.kind === 'locking' ? [message.reason] : []));
  return { backend, call, locked };
};

/** Both clocks move on, and nothing that waits is run meanwhile. */
const sleepFor = (milliseconds: number): void => {
  const now = performance.now() + milliseconds;
  vi.setSystemTime(Date.now() + milliseconds);
  vi.spyOn(performance, 'now').mockImplementation(() => now);
};

const step = 5;
const steps = (minutes: number): number => (minutes * 60) / step;

/** Calls that end the stay by themselves. */
const leaving = new Set(['vault.lock']);
/** Every name of the contract, and the one by which a page of 0.3 kept the vault open. */
const names = [...Object.keys(contract).filter((name) => !leaving.has(name)), 'session.active'];

describe('a vault locks by itself', () => {
  it('although a page calls everything it may, again and again', async () => {
    const { call, locked } = await unlocked();
    const codes = new Map<string, string>();
    for (let i = 0; i < steps(defaultIdleMinutes) && locked().length === 0; i++) {
      const some = i === 0 ? names : names.filter((_, n) => n % 12 === i % 12);
      for (const name of some) {
        const answer = await call(name, {});
        if (answer.ok || !codes.has(name)) codes.set(name, answer.ok ? 'ok' : answer.error.code);
      }
      vi.advanceTimersByTime(step * 1000);
    }
    expect([...codes.values()].filter((code) => code === 'ok').length).toBeGreaterThan(15);
    expect(codes.get('session.active')).toBe('unknownMethod');
    expect(locked()).toEqual(['idle']);
  });

  it('not while a person is there, as the main process sees it', async () => {
    const { backend, locked } = await unlocked();
    for (let i = 0; i < 3 * steps(defaultIdleMinutes); i++) {
      backend.receive({ kind: 'active' }, undefined);
      vi.advanceTimersByTime(step * 1000);
    }
    expect(locked()).toEqual([]);
    vi.advanceTimersByTime(defaultIdleMinutes * 60_000);
    expect(locked()).toEqual(['idle']);
  });

  it('when nobody has touched the computer, whatever the windows are said to see', async () => {
    const { backend, locked } = await unlocked();
    for (let i = 0; i <= steps(defaultIdleMinutes) && locked().length === 0; i++) {
      backend.receive({ kind: 'active' }, undefined);
      backend.receive({ kind: 'systemIdle', seconds: 3600 + i * step }, undefined);
      vi.advanceTimersByTime(step * 1000);
    }
    expect(locked()).toEqual(['idle']);
  });

  it('also when the computer is in use and its windows are not', async () => {
    const { backend, locked } = await unlocked();
    for (let i = 0; i <= steps(defaultIdleMinutes) && locked().length === 0; i++) {
      backend.receive({ kind: 'systemIdle', seconds: 0 }, undefined);
      vi.advanceTimersByTime(step * 1000);
    }
    expect(locked()).toEqual(['idle']);
  });

  it('when the computer slept, on whichever clock that shows, although a person is there at once', async () => {
    for (const asleep of ['wall alone', 'both clocks']) {
      const { backend, locked } = await unlocked();
      if (asleep === 'wall alone') vi.setSystemTime(Date.now() + 3_600_000);
      else sleepFor(3_600_000);
      backend.receive({ kind: 'active' }, undefined);
      vi.advanceTimersByTime(1000);
      expect(locked(), asleep).toEqual([asleep === 'wall alone' ? 'clockJump' : 'idle']);
      vi.useRealTimers();
    }
  });

  it('while the code of a new vault is on the screen', async () => {
    vi.useFakeTimers({ toFake: [...fakes] });
    const { backend, call, heard, folder } = start();
    mkdirSync(join(folder, 'documents'));
    const locked = () => heard.toMain.flatMap((message) => (message.kind === 'locking' ? [message.reason] : []));
    vi.advanceTimersByTime(60 * 60_000);
    expect(locked()).toEqual([]);
    const { person, roles, institution } = holder;
    const identity = { person, roles: [...roles], institution };
    good(await call('vault.create', { parentToken: null, label: 'Baru', passphrase, identity }));
    vi.advanceTimersByTime((defaultIdleMinutes - 1) * 60_000);
    backend.receive({ kind: 'active' }, undefined);
    vi.advanceTimersByTime((defaultIdleMinutes - 1) * 60_000);
    expect(locked()).toEqual([]);
    vi.advanceTimersByTime(60_000);
    expect(locked()).toEqual(['idle']);
    expect(await call('vault.confirmRecovery', { vaultId: 'x', answers: ['a', 'b'] })).toMatchObject({ ok: false });
  });
});
