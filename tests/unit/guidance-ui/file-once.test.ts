import { fail, ok } from '@shared/kernel/result.ts';
import { expect, it } from 'vitest';
import { fileOnce } from '../../../renderer/features/guidance/quick/file-once.ts';
import { workedCoaching } from '../../fixtures/guidance.ts';

const guidanceId = 'a'.repeat(32);
const file = workedCoaching();

/** A backend that stores, or refuses, and notes what it was asked. */
const backend = () => {
  const asked: (readonly [string | null, number])[] = [];
  let isFull = false;
  return {
    asked,
    setFull: (full: boolean) => {
      isFull = full;
    },
    save: async (saving: { guidanceId: string | null; revision: number }) => {
      asked.push([saving.guidanceId, saving.revision]);
      return isFull ? fail('diskFull' as const) : ok({ guidanceId, revision: saving.revision + 1 });
    },
  };
};

it('a page that is tried again writes the file that it stored before, and makes no second one', async () => {
  const { asked, save, setFull } = backend();
  const keep = fileOnce();
  setFull(true);
  expect((await keep(save, file)).ok).toBe(false);
  setFull(false);
  await keep(save, file);
  await keep(save, file);
  expect(asked).toEqual([
    [null, 0],
    [null, 0],
    [guidanceId, 1],
  ]);
});

it('another page begins another file', async () => {
  const { asked, save } = backend();
  await fileOnce()(save, file);
  await fileOnce()(save, file);
  expect(asked).toEqual([
    [null, 0],
    [null, 0],
  ]);
});
