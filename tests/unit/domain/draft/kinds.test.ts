import { describe, expect, it } from 'vitest';
import { draftKinds, draftNameKey, placeOfDraft, readDraft } from '../../../../shared/domain/draft/kinds.ts';
import { pages } from '../../../../shared/domain/place/places.ts';
import { textsOf } from '../../../e2e/support/accessible/texts.ts';

const caseId = 'c'.repeat(32);
const families = ['act', 'received', 'remark'];
/** Each kind of the register as it is kept; those of acts with a type. */
const kinds = Object.keys(draftKinds).map((entry) => (families.includes(entry) ? `${entry}:reportSubmitted` : entry));
const placed = (kind: string, subjectKey = 'd') => ({ kind, caseId, subjectKey, personId: 'p'.repeat(32) });

/** `/cases/$caseId/act/$type` as an expression that finds its addresses. */
const addressOf = (path: string): RegExp => new RegExp(`^${path.replace(/\$\w+/g, '[^/]+')}$`);

/** Keys under which drafts of a kind are kept. */
const keysOf = (kind: string): readonly string[] => {
  if (kind === 'guidanceQuick' || kind === 'guidanceStart') return ['coaching', 'mentoring'];
  return kind === 'act:reportSubmitted' ? ['', 'd'] : ['d', 'own'];
};

describe('the register of drafts', () => {
  it.each(kinds)('%s leads to a page of the window', (kind) => {
    for (const subjectKey of keysOf(kind)) {
      const path = placeOfDraft(placed(kind, subjectKey)) ?? '';
      const isPage = Object.values(pages).some((page) => addressOf(page).test(path));
      expect({ path, isPage }).toEqual({ path, isPage: true });
    }
  });

  it.each(kinds)('%s has a name in both languages', (kind) => {
    const key = draftNameKey(kind);
    for (const language of ['id', 'en'] as const) expect(textsOf(language)(key)).not.toBe(key);
  });

  it('leads nowhere without what it belongs to', () => {
    expect(placeOfDraft({ ...placed('act:reportSubmitted'), caseId: null })).toBeNull();
    expect(placeOfDraft({ ...placed('learningRecord'), personId: null })).toBeNull();
    expect(placeOfDraft(placed('act'))).toBeNull();
    expect(placeOfDraft(placed('act:notAnAct'))).toBeNull();
    expect(placeOfDraft(placed('guidanceQuick', 'notAKind'))).toBeNull();
    expect(placeOfDraft(placed('guidanceStart', 'notAKind'))).toBeNull();
    expect(placeOfDraft(placed('unknownKind'))).toBeNull();
    expect(draftNameKey('unknownKind')).toBe('home.draft.unknown');
  });

  it.each(kinds)('%s takes nothing that is not of its form', (kind) => {
    expect(readDraft(kind, null)).toBeNull();
    expect(readDraft(kind, 7)).toBeNull();
    expect(readDraft(kind, ['notAField'])).toBeNull();
  });

  it('names acts by themselves, and what was set aside as before', () => {
    expect(draftNameKey('act:reportSubmitted')).toBe('acts.reportSubmitted');
    expect(draftNameKey('received:reportSubmitted')).toBe('acts.reportSubmitted');
    expect(draftNameKey('copyAcknowledgement')).toBe('acts.copyAcknowledged');
    expect(draftNameKey('unfit:caseNew')).toBe('acts.caseOpened');
  });
});
