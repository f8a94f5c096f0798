import { type DraftEntry, type DraftPlace, subjectTyped } from '@shared/domain/draft/kinds.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { eq } from 'drizzle-orm';
import { learningRecords } from '../db/competence-schema.ts';
import { erasedAt, isAnyErased, recordsErasedAt } from '../db/erased-files.ts';
import { guidanceRecords } from '../db/guidance-schema.ts';
import type { RecordsReader } from '../db/handles.ts';
import { persons } from '../db/records-schema.ts';
import type { DraftRow } from './draft-rows.ts';

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

/** What of learning and guidance a key may name, as far as it is here. */
const hereIn = (records: RecordsReader) => ({
  learning: (id: string): boolean =>
    records.select({ id: learningRecords.id }).from(learningRecords).where(eq(learningRecords.id, id)).get() !==
    undefined,
  person: (id: string): boolean =>
    records.select({ id: persons.id }).from(persons).where(eq(persons.id, id)).get() !== undefined,
  record: (hash: string): boolean =>
    records
      .select({ hash: guidanceRecords.hash })
      .from(guidanceRecords)
      .where(eq(guidanceRecords.hash, Buffer.from(fromHex(hash))))
      .get() !== undefined,
});

/**
 * Whether a draft is of something that was erased: of a file (case), of a guidance by its id or by the hash of a record
 * that is here no more, of a learning record that is here no more, or of a year. By what is here and not by what an
 * erasure named: a key often names a record, of which nothing is left that could be compared. Of one that was set aside
 * or too long it is asked as of any other; where nobody knows of what it was, all of its kind go.
 */
export const isDraftOfErased = (records: RecordsReader) => {
  const here = hereIn(records);
  const anyGuidance = isAnyErased(records, 'guidance');
  const anyLearning = isAnyErased(records, 'learning');
  const ofYear = (year = ''): boolean => recordsErasedAt(records, 'learning', year) !== null;
  const isGoneRecord = (id = ''): boolean => anyLearning && id !== '' && !here.learning(id);
  const isGoneHash = (hash = ''): boolean => anyGuidance && /^[0-9a-f]{64}$/.test(hash) && !here.record(hash);
  const ofRecords = (kind: string, [first = '', second]: readonly string[], content: unknown): boolean => {
    switch (kind) {
      case 'act.feedbackRecorded.guidance':
        return isGoneHash(first);
      case 'learningRecord':
        if (ofYear(yearTyped(content)) || isGoneHash(second)) return true;
        return !here.person(first) && isGoneRecord(first);
      case 'learningWithdrawal':
        return isGoneRecord(second);
      case 'developmentPlan':
      case 'planEvaluation':
        return ofYear(second);
      case 'freeze':
        return ofYear(first) || erasedAt(records, first) !== null;
      default:
        return false;
    }
  };
  return (draft: DraftPlace & Pick<DraftRow, 'content'>): boolean => {
    const { caseId, content, kind } = draft;
    if (caseId !== null && erasedAt(records, caseId) !== null) return true;
    const typed = subjectTyped(draft);
    const plain = plainKind(kind);
    if (typed === '') return (anyGuidance && ofGuidance.includes(plain)) || (anyLearning && ofLearning.includes(plain));
    const words = typed.split(' ');
    return recordsErasedAt(records, 'guidance', words[0] ?? '') !== null || ofRecords(plain, words, content);
  };
};
