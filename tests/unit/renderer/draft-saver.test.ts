import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDraftSaver, draftDelay } from '../../../renderer/lib/draft-saver.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const recording = () => {
  const saved: string[] = [];
  return { saved, save: async (value: string) => saved.push(value) > 0 };
};

describe('saving of drafts', () => {
  test('is due within a second', () => {
    expect(draftDelay).toBeLessThan(1000);
  });

  test('saves the newest once after the delay, however often it changed', async () => {
    const { saved, save } = recording();
    const saver = createDraftSaver(save);
    saver.change('a');
    await vi.advanceTimersByTimeAsync(draftDelay - 1);
    saver.change('ab');
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(['ab']);
  });

  test('does not wait for a pause in typing', async () => {
    const { saved, save } = recording();
    const saver = createDraftSaver(save);
    for (let at = 0; at < 30; at++) {
      saver.change(`text ${at}`);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saved.length).toBeGreaterThanOrEqual(3);
  });

  test('flush saves at once, and nothing when nothing changed', async () => {
    const { saved, save } = recording();
    const saver = createDraftSaver(save);
    saver.change('a');
    await saver.flush();
    await saver.flush();
    await vi.advanceTimersByTimeAsync(draftDelay);
    expect(saved).toEqual(['a']);
  });

  test('never saves two at once; a change during a save is saved after it', async () => {
    const ends: (() => void)[] = [];
    const saved: string[] = [];
    const saver = createDraftSaver<string>((value) => {
      saved.push(value);
      return new Promise((resolve) => ends.push(() => resolve(true)));
    });
    saver.change('a');
    await vi.advanceTimersByTimeAsync(draftDelay);
    saver.change('b');
    const flushed = saver.flush();
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(['a']);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(['a', 'b']);
    ends[1]?.();
    await flushed;
  });

  test('a save that failed goes again with the next flush', async () => {
    let works = false;
    const tried: string[] = [];
    const saver = createDraftSaver<string>(async (value) => {
      tried.push(value);
      return works;
    });
    saver.change('a');
    await saver.flush();
    works = true;
    await saver.flush();
    expect(tried).toEqual(['a', 'a']);
  });

  test('after stop nothing is saved any more', async () => {
    const { saved, save } = recording();
    const saver = createDraftSaver(save);
    saver.change('a');
    saver.stop();
    saver.change('b');
    await saver.flush();
    await vi.advanceTimersByTimeAsync(draftDelay);
    expect(saved).toEqual([]);
  });
});
