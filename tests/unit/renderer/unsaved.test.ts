import { afterEach, describe, expect, it, vi } from 'vitest';
import { beforeLock, saveUnsaved } from '../../../renderer/lib/unsaved.ts';

const forgets: (() => void)[] = [];
afterEach(() => {
  for (const forget of forgets.splice(0)) forget();
  vi.useRealTimers();
});

describe('what was typed before a lock', () => {
  it('is sent at once, and waited for', async () => {
    const done: string[] = [];
    const flush = (name: string) => async (): Promise<void> => {
      done.push(`${name} sent`);
      await Promise.resolve();
      done.push(`${name} saved`);
    };
    forgets.push(beforeLock(flush('a')), beforeLock(flush('b')));
    const saving = saveUnsaved();
    expect(done).toEqual(['a sent', 'b sent']);
    await saving;
    expect(done).toEqual(['a sent', 'b sent', 'a saved', 'b saved']);
  });

  it('holds nobody up for long, whatever fails', async () => {
    vi.useFakeTimers();
    forgets.push(
      beforeLock(() => Promise.reject(new Error('gone'))),
      beforeLock(() => new Promise(() => undefined)),
    );
    const saving = saveUnsaved();
    await vi.advanceTimersByTimeAsync(1500);
    await expect(saving).resolves.toBeUndefined();
  });

  it('is forgotten with what it was typed in', async () => {
    const flush = vi.fn(async () => undefined);
    beforeLock(flush)();
    await saveUnsaved();
    expect(flush).not.toHaveBeenCalled();
  });
});
