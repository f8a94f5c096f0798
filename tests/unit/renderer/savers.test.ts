import { fail, ok } from '@shared/kernel/result.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryAfter, type Saved, type Write } from '../../../renderer/lib/saving/saver.ts';
import { alsoAt, holdSaver, saveUnsaved } from '../../../renderer/lib/saving/savers.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const saved = { updatedAt: '' };
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const recording = () => {
  const written: string[] = [];
  const write: Write<string, Saved> = async (value) => {
    written.push(value);
    return ok(saved);
  };
  return { written, write };
};

describe('what was typed before a lock', () => {
  it('is saved at once wherever it was typed, and waited for', async () => {
    const { written, write } = recording();
    const held = ['draft a', 'note b'].map((place) => holdSaver(place, write));
    for (const [index, { saver }] of held.entries()) saver.change(String(index));
    await expect(saveUnsaved()).resolves.toBe(true);
    expect(written).toEqual(['0', '1']);
    for (const { leave } of held) leave();
  });

  it('holds nobody up for long, whatever fails', async () => {
    const { saver, leave } = holdSaver<string, Saved>('stuck', () => new Promise(() => undefined));
    saver.change('a');
    const saving = saveUnsaved();
    await pass(1500);
    await expect(saving).resolves.toBe(false);
    leave();
  });
});

describe('a page that is left', () => {
  it('has its last word saved at once', async () => {
    const { written, write } = recording();
    const { saver, leave } = holdSaver('left', write);
    saver.change('last');
    leave();
    await pass(0);
    expect(written).toEqual(['last']);
  });

  it('goes on trying when that fails; who comes back goes on with what was typed', async () => {
    let works = false;
    const written: string[] = [];
    const write: Write<string, Saved> = async (value) => {
      if (!works) return fail('internal');
      written.push(value);
      return ok(saved);
    };
    const first = holdSaver('failing', write);
    first.saver.change('last');
    first.leave();
    await pass(3 * retryAfter);
    const second = holdSaver<string, Saved>('failing', write);
    expect(second.saver.unsaved()).toEqual({ value: 'last' });
    works = true;
    second.saver.change('last word');
    await pass(retryAfter);
    expect(written).toEqual(['last word']);
    second.leave();
    await pass(0);
  });

  it('is forgotten once everything is saved: the next begins with a saver of its own', async () => {
    const one = recording();
    const first = holdSaver('again', one.write);
    first.saver.change('a');
    first.leave();
    await pass(0);
    const two = recording();
    const second = holdSaver('again', two.write);
    second.saver.change('b');
    second.leave();
    await pass(0);
    expect([one.written, two.written]).toEqual([['a'], ['b']]);
  });

  it('of a note that has got its id meanwhile is found under the id', async () => {
    const { write } = recording();
    const born = holdSaver('new note 1', write);
    alsoAt('new note 1', 'note 0f');
    const again = holdSaver('note 0f', write);
    expect(again.saver).toBe(born.saver);
    born.leave();
    again.leave();
    await pass(0);
  });
});
