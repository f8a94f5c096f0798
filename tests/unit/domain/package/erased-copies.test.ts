import { describe, expect, it } from 'vitest';
import { type CameCopy, copyOf, erasedComing } from '../../../../shared/domain/package/erased-copies.ts';

const copy = (hash: string, isNew = true): CameCopy => ({ hash, header: { type: 'copyReleased', about: 'x' }, isNew });
const answer = (hash: string, about: string, isNew = true): CameCopy => ({
  hash,
  header: { type: 'copyAcknowledged', about },
  isNew,
});
const judge = (acts: readonly CameCopy[]) => {
  const { fate, hashes } = erasedComing(acts, (hash) => hash.startsWith('erased'));
  return [fate, ...hashes];
};

describe('a package of copies', () => {
  it('without an erased one is judged as ever', () => {
    expect(judge([])).toEqual(['none']);
    expect(judge([copy('a'), answer('b', 'a')])).toEqual(['none']);
  });

  it('leaves erased ones and their answers out where something else is new', () => {
    expect(judge([copy('erased1'), copy('a')])).toEqual(['leftOut', 'erased1']);
    expect(judge([copy('a'), answer('b', 'erased1'), copy('erased1')])).toEqual(['leftOut', 'b', 'erased1']);
  });

  it('asks where nothing else is new, and is refused where nothing but an answer to one came', () => {
    expect(judge([copy('erased1')])).toEqual(['asks', 'erased1']);
    expect(judge([copy('erased1'), copy('a', false)])).toEqual(['asks', 'erased1']);
    expect(judge([answer('b', 'erased1')])).toEqual(['refused', 'b']);
  });

  it('takes an answer for a part of what it answers', () => {
    expect(copyOf(copy('a'))).toBe('a');
    expect(copyOf(answer('b', 'a'))).toBe('a');
  });
});
