import { type DraftEntry, type DraftPlace, isAboutPerson, subjectTyped } from '@shared/domain/draft/kinds.ts';
import type { RecordsKind } from '@shared/domain/retention/schedule.ts';
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

/** What an erasure takes drafts of a kind with, so that none can be added of which nobody has thought. */
type GoesWith = 'case' | RecordsKind | 'person' | 'copy' | 'package' | 'frozen' | 'nothing';
const goesWith: Readonly<Record<DraftEntry, GoesWith>> = {
  act: 'case',
  received: 'case',
  remark: 'case',
  'act.feedbackRecorded.guidance': 'guidance',
  guidanceFile: 'guidance',
  guidanceSummary: 'guidance',
  guidancePreCoaching: 'guidance',
  guidanceMentoringPlan: 'guidance',
  guidanceQuestion: 'guidance',
  learningRecord: 'learning',
  learningWithdrawal: 'learning',
  developmentPlan: 'learning',
  planEvaluation: 'learning',
  institutionPlan: 'nothing',
  institutionEvaluation: 'nothing',
  person: 'person',
  presentCompetences: 'person',
  copyAcknowledgement: 'copy',
  copyAnswer: 'copy',
  correctionRequest: 'copy',
  packageRefusal: 'package',
  freeze: 'frozen',
  caseNew: 'nothing',
  caseFromPaper: 'nothing',
  caseAssigned: 'nothing',
  invitation: 'nothing',
  officeProfile: 'nothing',
  memberRoles: 'nothing',
  foundDirectory: 'nothing',
  certification: 'nothing',
  guidanceQuick: 'nothing',
  guidanceStart: 'nothing',
  coach: 'nothing',
  versionWithdrawal: 'nothing',
  competenceStandard: 'nothing',
  conversionTable: 'nothing',
  retention: 'nothing',
  incident: 'nothing',
  erasureProposal: 'nothing',
  erasureApproval: 'nothing',
  erasureExecution: 'nothing',
  programmeElement: 'nothing',
};

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
 * Whether a draft is of something that was erased: of a file (case), of somebody who went with a file, of a guidance by
 * its id or by the hash of a record that is here no more, of a learning record that is here no more, or of a year. By
 * what is here and not by what an erasure named: a key often names a record, of which nothing is left that could be
 * compared. Of one that was set aside or too long it is asked as of any other; where nobody knows of what guidance or
 * learning record it was, all of its kind go.
 */
export const isDraftOfErased = (records: RecordsReader) => {
  const here = hereIn(records);
  const any = {
    guidance: isAnyErased(records, 'guidance'),
    learning: isAnyErased(records, 'learning'),
    files: isAnyErased(records, 'files'),
  };
  const ofYear = (year = ''): boolean => recordsErasedAt(records, 'learning', year) !== null;
  const isGoneRecord = (id = ''): boolean => any.learning && id !== '' && !here.learning(id);
  const isGoneHash = (hash = ''): boolean => any.guidance && /^[0-9a-f]{64}$/.test(hash) && !here.record(hash);
  /** Of a learning record that is changed the key begins with its id, of all else with that of a person. */
  const isOfNobody = (id: string): boolean =>
    (any.files || any.learning) && id !== '' && !here.person(id) && !here.learning(id);
  const ofRecords = (kind: string, [first = '', second]: readonly string[], content: unknown): boolean => {
    if (isAboutPerson(kind) && isOfNobody(first)) return true;
    switch (kind) {
      case 'act.feedbackRecorded.guidance':
        return isGoneHash(first);
      case 'learningRecord':
        return ofYear(yearTyped(content)) || isGoneHash(second);
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
    if (typed === '') {
      const of = Object.hasOwn(goesWith, plain) ? goesWith[plain as DraftEntry] : 'nothing';
      return (of === 'guidance' || of === 'learning') && any[of];
    }
    const words = typed.split(' ');
    return recordsErasedAt(records, 'guidance', words[0] ?? '') !== null || ofRecords(plain, words, content);
  };
};
