import type { CountedRecord } from '@shared/contract/competence.ts';
import { learningFields } from '@shared/domain/competence/learning-fields.ts';
import { type LearningRecordInput, learningRecordInput } from '@shared/domain/competence/learning-record.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { useCommand } from '../../../lib/query.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { LearningFields } from '../form/LearningFields.tsx';
import { blank, learningRecordInputOf } from './record-form.ts';

export interface RecordDialogProps {
  readonly personId: string;
  /** Null: a new one. */
  readonly record: CountedRecord | null;
  /** What a new one begins with: a record of coaching or mentoring, by its hash. */
  readonly given?: { readonly learning: LearningRecordInput; readonly hash: string };
  readonly onClose: () => void;
  /** After it was saved; closes when absent. */
  readonly onSaved?: () => void;
}

/** Adds or changes what somebody took part in; what is typed saves itself. */
export const RecordDialog = ({ personId, record, given, onClose, onSaved = onClose }: RecordDialogProps) => {
  const { t } = useTranslation();
  const guidanceHash = given?.hash ?? null;
  const initial = record === null ? (given?.learning ?? blank()) : learningRecordInputOf(record);
  const draft = useDraft({
    kind: 'learningRecord',
    caseId: null,
    subjectKey: record?.recordId ?? [personId, ...(guidanceHash === null ? [] : [guidanceHash])].join(' '),
    initial,
  });
  const { issue, judging, judge } = useIssues(() => readBy(learningRecordInput, draft.value).issues);
  const save = useCommand('competence.saveRecord');
  const submit = async (): Promise<void> => {
    const read = readBy(learningRecordInput, draft.value);
    judge(read.issues);
    if (read.data === null) return;
    const { recordId = null, revision = 0 } = record ?? {};
    const saved = await save.run({ personId, recordId, revision, record: read.data, guidanceHash });
    if (!saved.ok) return;
    await draft.discard();
    onSaved();
  };
  return (
    <FormDialog
      title={t(record === null ? 'competence.add' : 'competence.edit')}
      busy={save.busy}
      draft={draft}
      error={save.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <LearningFields
        fields={learningFields}
        value={draft.value}
        onChange={(name, next) => draft.setValue((current) => ({ ...current, [name]: next }))}
        issue={issue}
        judging={judging}
      />
    </FormDialog>
  );
};
