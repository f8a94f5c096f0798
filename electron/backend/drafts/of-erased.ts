import { type DraftEntry, isOverlong } from '@shared/domain/draft/kinds.ts';
import { eq } from 'drizzle-orm';
import { learningRecords } from '../db/competence-schema.ts';
import { erasedRecordsOf } from '../db/erased-files.ts';
import { guidanceRecords } from '../db/guidance-schema.ts';
import type { NotesWriter, RecordsReader } from '../db/handles.ts';
import { persons } from '../db/records-schema.ts';
import { allDraftRows, type DraftRow, deleteDraft } from './draft-rows.ts';

/** What a draft is of, also one that was set aside. */
const plainKind = (kind: string): string => kind.slice(kind.lastIndexOf(':') + 1);

/** Year of the last day that is typed in a learning record; empty: none. */
const yearTyped = (content: unknown): string => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return /"to":"(\d{4})-/.exec(text)?.[1] ?? '';
};

/** Drafts of a guidance, and of learning records. */
const ofGuidance: readonly string[] = [
  'guidanceFile',
  'guidanceSummary',
  'guidancePreCoaching',
  'guidanceMentoringPlan',
  'guidanceQuestion',
] satisfies DraftEntry[];
const ofLearning: readonly string[] = [
  'learningRecord',
  'learningWithdrawal',
  'developmentPlan',
  'planEvaluation',
] satisfies DraftEntry[];

/**
 * Tells whether a draft is of guidance or learning records that were erased: of a guidance by its id or by the hash of
 * a record that is here no more, of a learning record that is here no more, or of a year. By what is here and not by
 * what an erasure named: `subjectKey` often names a record, of which nothing is left that could be compared. Words that
 * were too long for their place do not say of which guidance or record they are: all of their kinds go.
 */
export const isOfErasedRecords = (records: RecordsReader): ((draft: DraftRow) => boolean) => {
  const guidance = new Set(erasedRecordsOf(records, 'guidance'));
  const years = new Set(erasedRecordsOf(records, 'learning'));
  const isGoneRecord = (id = ''): boolean =>
    years.size > 0 && records.select().from(learningRecords).where(eq(learningRecords.id, id)).get() === undefined;
  const isGoneHash = (hash = ''): boolean => {
    const named = eq(guidanceRecords.hash, Buffer.from(hash, 'hex'));
    return guidance.size > 0 && hash !== '' && records.select().from(guidanceRecords).where(named).get() === undefined;
  };
  const isPerson = (id: string): boolean =>
    records.select().from(persons).where(eq(persons.id, id)).get() !== undefined;
  return ({ kind, subjectKey, content }) => {
    const [first = '', second] = subjectKey.split(' ');
    if (guidance.has(first)) return true;
    const plain = plainKind(kind);
    if (isOverlong(kind))
      return (guidance.size > 0 && ofGuidance.includes(plain)) || (years.size > 0 && ofLearning.includes(plain));
    switch (plain) {
      case 'act.feedbackRecorded.guidance':
        return isGoneHash(first);
      case 'learningRecord':
        return years.has(yearTyped(content)) || isGoneHash(second) || (!isPerson(first) && isGoneRecord(first));
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
  const isErased = isOfErasedRecords(records);
  for (const draft of allDraftRows(tx)) if (isErased(draft)) deleteDraft(tx, draft.id);
};
