import { describe, expect, it } from 'vitest';
import { type NoteDecision, noteDecision, notesQuestion } from '../../../../shared/domain/retention/own-notes.ts';

const leftAt = '2026-11-01T02:00:00.000Z';
const later = '2026-11-02T02:00:00.000Z';
const today = '2026-11-30';
const until = (day: string): NoteDecision => ({ fate: 'keepUntil', until: day, decidedAt: later });
const kept: NoteDecision = { fate: 'keep', until: null, decidedAt: later };

describe('the notes of a counsellor who leaves', () => {
  it.each([
    ['who is a counsellor, or never was, is asked nothing', { leftAt: null, decision: null }, null],
    ['who has left is asked what becomes of them', { leftAt, decision: null }, 'whatBecomes'],
    ['who keeps them is asked no more', { leftAt, decision: kept }, null],
    ['their time is not over before its day', { leftAt, decision: until('2026-12-01') }, null],
    ['their time is over on its day', { leftAt, decision: until(today) }, 'timeIsOver'],
    ['who leaves again is asked anew', { leftAt: '2026-11-20T02:00:00.000Z', decision: kept }, 'whatBecomes'],
  ] as const)('%s', (_name, left, question) => {
    expect(notesQuestion({ notes: 2, ...left }, today)).toBe(question);
    expect(notesQuestion({ notes: 0, ...left }, today)).toBe(null);
  });

  it('has a day where it is kept until one, and nowhere else', () => {
    expect(noteDecision.safeParse({ ...kept, until: today }).success).toBe(false);
    expect(noteDecision.safeParse({ ...until(today), until: null }).success).toBe(false);
    expect([kept, until(today)].every((decision) => noteDecision.safeParse(decision).success)).toBe(true);
  });
});
