import { asideKind, type DraftPlace, readDraft } from '@shared/domain/draft/kinds.ts';
import { isTooLong, maxVisible, typedText } from '@shared/domain/long-text.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { randomId } from '../crypto/random.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactNotes } from '../db/transact.ts';
import type { Workspace } from '../workspace/workspace.ts';
import {
  allDraftRows,
  type DraftRow,
  deleteDraft,
  findDraft,
  findDraftAt,
  listDraftRows,
  moveDraft,
  putDraft,
} from './draft-rows.ts';
import { forgetOverlong, keepOverlong } from './overlong.ts';

/** A draft without what was typed. */
export interface DraftSummary extends DraftPlace {
  readonly draftId: string;
  readonly updatedAt: string;
}

const toSummary = ({ id, kind, caseId, subjectKey, updatedAt }: Omit<DraftRow, 'content'>): DraftSummary => ({
  draftId: id,
  kind,
  caseId,
  subjectKey,
  updatedAt,
});

/** Drafts, latest first; of one case, of none (null), or all (undefined). */
export const listDrafts = (work: Workspace, caseId?: string | null): DraftSummary[] =>
  listDraftRows(work.notes, caseId).map(toSummary);

/** All drafts, latest first, each with whether it can be gone on with. */
export const listReadDrafts = (work: Workspace): (DraftSummary & { fits: boolean })[] =>
  allDraftRows(work.notes).map((row) => ({ ...toSummary(row), fits: draftFits(row) }));

/** A draft with what was typed. */
export const getDraft = (
  work: Workspace,
  draftId: string,
): Result<DraftSummary & { content: string }, AppError<'unknownDraft'>> => {
  const row = findDraft(work.notes, draftId);
  if (row === undefined) return fail('unknownDraft');
  return ok({ ...toSummary(row), content: draftText(row) });
};

/** What was typed, as text. */
export const draftText = ({ content }: Pick<DraftRow, 'content'>): string =>
  typeof content === 'string' ? content : JSON.stringify(content);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** True when what was typed can be gone on with: it is what the register says of its kind. */
export const draftFits = ({ kind, content }: Pick<DraftRow, 'kind' | 'content'>): boolean =>
  readDraft(kind, parsed(draftText({ content }))) !== null;

/** Empty case: none. */
const placed = ({ kind, caseId, subjectKey }: DraftPlace): DraftPlace => ({
  kind,
  caseId: caseId === '' ? null : caseId,
  subjectKey,
});

/** Keeps the words of a draft beside, which as JSON is more than can be stored: `content` is them alone. */
export const keepWords = (
  work: Workspace,
  { content, ...place }: DraftPlace & { readonly content: string },
): Result<never, AppError<'textTooFormatted'>> => {
  keepOverlong(work, placed(place), content);
  return fail('textTooFormatted');
};

/**
 * Keeps what a person is typing; the next save at the same place replaces it. An empty case is none. A draft that no
 * longer fits is not replaced by one that does: it is set aside, until the person throws it away. One that is too long
 * is refused, and its words are kept beside (`overlong.ts`). Drafts are not audited.
 */
export const saveDraft = (
  work: Workspace,
  { content, ...at }: DraftPlace & { readonly content: string },
): Result<{ draftId: string; updatedAt: string }, AppError<'textTooLong' | StorageErrorCode>> => {
  const place = placed(at);
  const { kind } = place;
  const long = content.length > maxVisible ? typedText(content) : '';
  if (isTooLong(long)) {
    keepOverlong(work, place, long);
    return fail('textTooLong');
  }
  return transactNotes(work.notes, (tx) => {
    forgetOverlong(work, tx, place);
    const former = findDraftAt(tx, place);
    const isKept = former !== undefined && !draftFits(former) && draftFits({ kind, content });
    if (isKept) moveDraft(tx, former, asideKind(kind));
    const draftId = isKept ? randomId(work.random) : (former?.id ?? randomId(work.random));
    const updatedAt = toIsoInstant(work.clock.now());
    putDraft(tx, { id: draftId, ...place, content, updatedAt });
    return ok({ draftId, updatedAt });
  });
};

/** Deletes a draft for good. */
export const discardDraft = (
  work: Workspace,
  draftId: string,
): Result<Record<string, never>, AppError<'unknownDraft' | StorageErrorCode>> => {
  if (findDraft(work.notes, draftId) === undefined) return fail('unknownDraft');
  return transactNotes(work.notes, (tx) => {
    deleteDraft(tx, draftId);
    return ok({});
  });
};
