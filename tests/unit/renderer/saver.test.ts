import { fail, ok } from '@shared/kernel/result.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSaver, retryAfter, type Saved, saveAfter, type Write } from '../../../renderer/lib/saving/saver.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const saved = { updatedAt: '2026-11-28T00:00:00.000Z' };
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** A backend that answers after `latency` and keeps what came, in order. */
const backend = (latency = 0) => {
  const written: string[] = [];
  const write: Write<string, Saved> = async (value) => {
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    written.push(value);
    return ok(saved);
  };
  return { written, write };
};

/** A backend whose answers are given by hand. */
const byHand = () => {
  const sent: string[] = [];
  const answers: ((worked: boolean) => void)[] = [];
  const write: Write<string, Saved> = (value) => {
    sent.push(value);
    return new Promise((resolve) => answers.push((worked) => resolve(worked ? ok(saved) : fail('internal'))));
  };
  const answer = async (worked: boolean): Promise<void> => {
    answers.shift()?.(worked);
    await pass(0);
  };
  return { sent, write, answer };
};

describe('the saver', () => {
  test('leaves at most a second of typing unsaved at any moment, however one types, while the backend answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 1500 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 0, max: 450 }),
        async (gaps, latency) => {
          const { written, write } = backend(latency);
          const saver = createSaver(write);
          const typedAt: number[] = [];
          const check = (): void => {
            const isSaved = written.at(-1)?.length ?? 0;
            const oldest = typedAt[isSaved];
            if (oldest !== undefined) expect(Date.now() - oldest).toBeLessThanOrEqual(1000);
          };
          for (const gap of gaps) {
            typedAt.push(Date.now());
            saver.change('x'.repeat(typedAt.length));
            for (let at = 0; at < gap; at += 50) {
              await pass(Math.min(50, gap - at));
              check();
            }
          }
          await pass(1000);
          expect(written.at(-1)).toHaveLength(typedAt.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('saves 500 ms after the first key under a key every 300 ms', async () => {
    const { written, write } = backend();
    const saver = createSaver(write);
    for (let key = 1; key <= 7; key += 1) {
      saver.change('x'.repeat(key));
      await pass(300);
    }
    expect(saveAfter).toBe(500);
    expect(written).toEqual(['xx', 'xxxx', 'xxxxxx']);
  });

  test('has one save on its way; what is typed meanwhile goes after it, the newest alone', async () => {
    const { sent, write, answer } = byHand();
    const saver = createSaver(write);
    saver.change('a');
    await pass(saveAfter);
    for (const value of ['ab', 'abc']) saver.change(value);
    const flushes = [saver.flush(), saver.flush()];
    await pass(5000);
    expect(sent).toEqual(['a']);
    await answer(true);
    expect(sent).toEqual(['a', 'abc']);
    expect(saver.unsaved()).toEqual({ value: 'abc' });
    await answer(true);
    await Promise.all(flushes);
    expect(saver.unsaved()).toBeNull();
  });

  test('tells of a save that failed and tries again by itself, with the newest, until one succeeds', async () => {
    const { sent, write, answer } = byHand();
    const saver = createSaver(write);
    saver.change('a');
    await pass(saveAfter);
    await answer(false);
    expect(saver.state().error).toEqual({ code: 'internal' });
    expect(saver.unsaved()).toEqual({ value: 'a' });
    saver.change('ab');
    await pass(retryAfter);
    await answer(false);
    await pass(retryAfter);
    await answer(true);
    expect(sent).toEqual(['a', 'ab', 'ab']);
    expect(saver.state()).toEqual({ saving: false, saved, error: null });
    await pass(10 * retryAfter);
    expect(sent).toHaveLength(3);
  });

  test('a failed save does not come back over what was typed meanwhile', async () => {
    const { sent, write, answer } = byHand();
    const saver = createSaver(write);
    saver.change('a');
    await pass(saveAfter);
    saver.change('ab');
    await answer(false);
    await answer(true);
    await pass(10 * retryAfter);
    expect(sent).toEqual(['a', 'ab']);
  });

  test('flush saves at once, and nothing when nothing changed', async () => {
    const { written, write } = backend();
    const saver = createSaver(write);
    saver.change('a');
    await saver.flush();
    await saver.flush();
    await pass(saveAfter);
    expect(written).toEqual(['a']);
  });

  test('forget lets nothing of before be saved, also not after a failure, and takes what is typed afterwards', async () => {
    const { sent, write, answer } = byHand();
    const saver = createSaver(write);
    saver.change('a');
    await pass(saveAfter);
    saver.change('ab');
    const forgotten = saver.forget();
    saver.change('new');
    await answer(false);
    await answer(true);
    await forgotten;
    await pass(10 * retryAfter);
    expect(sent).toEqual(['a', 'new']);
    saver.change('newer');
    await saver.forget();
    await pass(10 * retryAfter);
    expect(sent).toEqual(['a', 'new']);
  });
});
