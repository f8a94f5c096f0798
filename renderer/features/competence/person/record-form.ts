import type { CountedRecord } from '@shared/contract/competence.ts';
import type { LearningRecordInput } from '@shared/domain/competence/learning-record.ts';
import { today } from '../../../lib/format.ts';

/** What a new learning record begins with. */
export const blank = (): LearningRecordInput => ({
  kind: 'eLearning',
  title: '',
  organiser: '',
  from: today(),
  to: today(),
  unit: 'jp',
  amount: 100,
  certificateNumber: '',
  evidence: [],
  remark: '',
});

/** What of a kept record can be changed. */
export const learningRecordInputOf = ({
  kind,
  title,
  organiser,
  from,
  to,
  unit,
  amount,
  certificateNumber,
  evidence,
  remark,
  abroad,
}: CountedRecord): LearningRecordInput => ({
  kind,
  title,
  organiser,
  from,
  to,
  unit,
  amount,
  certificateNumber,
  evidence,
  remark,
  ...(abroad === undefined ? {} : { abroad }),
});
