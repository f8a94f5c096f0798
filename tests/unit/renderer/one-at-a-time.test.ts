import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../../renderer/lib/one-at-a-time.ts';

describe('what a person asks for twice', () => {
  it('is done once while the first is not done, and again afterwards', async () => {
    const once = oneAtATime();
    let done = 0;
    let end: () => void = () => undefined;
    const task = async (): Promise<void> => {
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      done += 1;
    };
    const both = Promise.all([once(task), once(task)]);
    end();
    await both;
    expect(done).toBe(1);
    const third = once(task);
    end();
    await third;
    expect(done).toBe(2);
  });

  it('can be asked for again after it failed', async () => {
    const once = oneAtATime();
    await expect(once(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    let done = false;
    await once(async () => {
      done = true;
    });
    expect(done).toBe(true);
  });
});
