import type { GuidanceRecord } from '../guidance/record.ts';
import type { LearningRecordInput } from './learning-record.ts';

/**
 * What a record of coaching or mentoring is as learning (law: learningFromGuidance), for the person to read and change:
 * its days, and one session for a coaching, one for each entry of a mentoring's log. `evidence`: files that show it
 * signed. Undefined for what was written before or about it: that is no learning.
 */
export const learningFromGuidance = (
  { topic, institution, content }: Pick<GuidanceRecord, 'topic' | 'institution' | 'content'>,
  evidence: readonly string[],
): LearningRecordInput | undefined => {
  if (content.kind !== 'coaching' && content.kind !== 'mentoring') return undefined;
  const days = content.kind === 'coaching' ? [content.date] : content.log.map(({ date }) => date).sort();
  return {
    kind: content.kind,
    title: topic,
    organiser: institution,
    from: days[0] ?? content.date,
    to: days.at(-1) ?? content.date,
    unit: 'sessions',
    amount: 100 * days.length,
    certificateNumber: '',
    evidence: [...evidence],
    remark: '',
  };
};
