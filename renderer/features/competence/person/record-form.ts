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
});

/** Texts of what is wrong, by field. */
export type Problems = Readonly<Partial<Record<keyof LearningRecordInput, string>>>;

/** What the schema found, in words, at its fields. */
export const problemsOf = (
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  t: (key: string) => string,
): Problems =>
  Object.fromEntries(
    issues.map(({ path, message }) => [
      String(path[0]),
      t(
        message === 'lastDayBeforeFirst'
          ? 'csvProblem.csvLastBeforeFirst'
          : message === 'dateInvalid'
            ? 'csvProblem.csvDateInvalid'
            : 'csvProblem.csvEmptyCell',
      ),
    ]),
  );
