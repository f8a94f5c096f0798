import { findLearningRecord } from '../competence/record-rows.ts';
import { erasedRecordsOf } from '../db/erased-files.ts';
import type { NotesWriter, RecordsReader } from '../db/handles.ts';
import { allDraftRows, type DraftRow, deleteDraft } from '../drafts/draft-rows.ts';
import { findRecord } from '../guidance/record-rows.ts';
import { findPerson } from '../persons/person-rows.ts';

/** What a draft is of, also one that was set aside. */
const plainKind = (kind: string): string => kind.slice(kind.lastIndexOf(':') + 1);

/** Year of the last day that is typed in a learning record; empty: none. */
const yearTyped = (content: unknown): string => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return /"to":"(\d{4})-/.exec(text)?.[1] ?? '';
};

/**
 * Whether a draft is of something that was erased: of a guidance by its id or by the hash of a record that is here no
 * more, of a learning record that is here no more, or of a year. By what is here and not by what an erasure named:
 * `subjectKey` often names a record, of which nothing is left that could be compared.
 */
const isOfErased = (records: RecordsReader) => {
  const guidance = new Set(erasedRecordsOf(records, 'guidance'));
  const years = new Set(erasedRecordsOf(records, 'learning'));
  const isGoneRecord = (id = ''): boolean => findLearningRecord(records, id) === undefined;
  const isGoneHash = (hash: string | undefined): boolean =>
    hash !== undefined && findRecord(records, hash) === undefined;
  return ({ kind, subjectKey, content }: DraftRow): boolean => {
    const [first = '', second] = subjectKey.split(' ');
    if (guidance.has(first)) return true;
    switch (plainKind(kind)) {
      case 'act.feedbackRecorded.guidance':
        return isGoneHash(first);
      case 'learningRecord':
        if (years.has(yearTyped(content)) || isGoneHash(second)) return true;
        return findPerson(records, first) === undefined && isGoneRecord(first);
      case 'learningWithdrawal':
        return isGoneRecord(second);
      case 'developmentPlan':
      case 'planEvaluation':
        return years.has(second ?? '');
      default:
        return false;
    }
  };
};

/** Erases the drafts of all guidance and learning records that were erased; in the caller's transaction. */
export const eraseDraftsOfRecords = (records: RecordsReader, tx: NotesWriter): void => {
  const isErased = isOfErased(records);
  for (const draft of allDraftRows(tx)) if (isErased(draft)) deleteDraft(tx, draft.id);
};
