import type { GuidanceRecord } from '../guidance/record.ts';
import type { RecordContent, RecordContentOf, RecordKind } from '../guidance/record-contents.ts';
import type { LearningRecordInput } from './learning-record.ts';

/** Records of guidance that are learning, in what each is counted; the others were written before or about it. */
const countedBy = {
  coaching: 'sessions',
  mentoring: 'sessions',
  learningCommunity: 'sessions',
  internship: 'activity',
} as const satisfies Partial<Record<RecordKind, LearningRecordInput['unit']>>;
type LearningRecordKind = keyof typeof countedBy;

/** True for a record that is learning by itself: it can be entered among the learning records of who took part. */
export const isLearning = (kind: RecordKind): kind is LearningRecordKind => kind in countedBy;

const isLearningContent = (content: RecordContent): content is RecordContentOf<LearningRecordKind> =>
  isLearning(content.kind);

/**
 * What a record of guidance is as learning (law: learningFromGuidance), for the person to read and change: its days,
 * and one session for a coaching, one for each entry of the log of a mentoring or a learning community, one activity
 * for a whole magang. `evidence`: files that show it signed. Undefined for what was written before or about it: that is
 * no learning.
 */
export const learningFromGuidance = (
  { topic, institution, content }: Pick<GuidanceRecord, 'topic' | 'institution' | 'content'>,
  evidence: readonly string[],
): LearningRecordInput | undefined => {
  if (!isLearningContent(content)) return undefined;
  const days = content.kind === 'coaching' ? [content.date] : content.log.map(({ date }) => date).sort();
  const unit = countedBy[content.kind];
  return {
    kind: content.kind,
    title: topic,
    organiser: institution,
    from: days[0] ?? content.date,
    to: days.at(-1) ?? content.date,
    unit,
    amount: unit === 'activity' ? 100 : 100 * days.length,
    certificateNumber: '',
    evidence: [...evidence],
    remark: '',
  };
};
