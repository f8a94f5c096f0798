import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../../shared/domain/draft/kinds.ts';
import { draftText } from '../../../../shared/domain/draft/text.ts';
import { draftsOf03 } from '../../../fixtures/released-drafts.ts';

const texts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
};

describe('a draft of 0.3', () => {
  it.each(draftsOf03)('still fits its form, with all that was typed: %s', (kind, content) => {
    const read = readDraft(kind, JSON.parse(JSON.stringify(content)));
    expect(read).not.toBeNull();
    expect(texts(read)).toEqual(expect.arrayContaining([...texts(content)]));
  });

  it.each(draftsOf03)('that no longer fits is text to copy, with all that was typed: %s', (_kind, content) => {
    const shown = draftText(JSON.stringify({ ...Object(content), gone: { field: 'Isian yang tidak ada lagi' } }));
    const missing = [...texts(content), 'Isian yang tidak ada lagi'].filter((text) => !shown.includes(text));
    expect(missing).toEqual([]);
  });
});
