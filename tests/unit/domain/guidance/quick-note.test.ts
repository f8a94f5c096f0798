import type { Fields, Values } from '@shared/domain/form/field.ts';
import { blankOf } from '@shared/domain/form/fields.ts';
import {
  askedFirst,
  askedLater,
  isLaterWritten,
  maxQuickFields,
  quickFields,
} from '@shared/domain/guidance/quick-note.ts';
import { ledKinds } from '@shared/domain/guidance/record.ts';
import { recordContents } from '@shared/domain/guidance/record-contents.ts';
import { describe, expect, it } from 'vitest';
import { coachingSample, mentoringSample } from '../../../fixtures/guidance.ts';

const samples = {
  coaching: coachingSample({ exploration: { method: '', process: '', quality: '' } }),
  mentoring: mentoringSample,
};

describe.each(ledKinds)('a quick note of %s', (kind) => {
  const fields = quickFields(kind, true);
  const first = Object.keys(askedFirst(fields));

  it('asks for eight fields of its form or fewer: a new field is not asked for in it', () => {
    expect(maxQuickFields).toBe(8);
    expect(first.length).toBeLessThanOrEqual(maxQuickFields);
  });

  it('is recorded by these alone, and by none fewer', () => {
    const names = new Set(first);
    const sample = samples[kind];
    const said = Object.fromEntries(Object.entries(sample).filter(([name]) => names.has(name)));
    const made = { ...blankOf(fields), ...said, kind, date: sample.date };
    expect(recordContents[kind].safeParse(made).success).toBe(true);
    const blank: Values = { ...blankOf(fields), log: [], forms: [] };
    for (const name of first.filter((asked) => asked !== 'date'))
      expect(recordContents[kind].safeParse({ ...made, [name]: blank[name] }).success, name).toBe(false);
  });

  it('asks for all others later, and hides none of them that is written', () => {
    const later: Fields = askedLater(fields);
    const blank = blankOf(fields);
    expect(isLaterWritten(fields, blank)).toBe(false);
    expect(isLaterWritten(fields, { ...blank, progress: 'Dua laporan' })).toBe(false);
    for (const [name, { kind: ofField }] of Object.entries(later))
      expect(isLaterWritten(fields, { ...blank, [name]: ofField === 'group' ? { method: 'Daftar' } : 'Ada' })).toBe(
        true,
      );
    expect([...first, ...Object.keys(later)].sort()).toEqual(
      Object.keys(fields)
        .filter((name) => !fields[name]?.automatic)
        .sort(),
    );
  });
});

it('of a coaching, what may stay empty is asked for later', () => {
  expect(Object.keys(askedLater(quickFields('coaching', false)))).toEqual([
    'alternatives',
    'exploration',
    'adjustment',
    'dueDate',
  ]);
});
