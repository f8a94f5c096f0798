import { Textarea } from '@mantine/core';
import type { CountedRecord } from '@shared/contract/competence.ts';
import { type LearningRecordInput, learningRecordInput } from '@shared/domain/competence/learning-record.ts';
import { maxText } from '@shared/domain/fields.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { useCommand } from '../../../lib/query.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { Evidence } from './Evidence.tsx';
import { RecordFields } from './RecordFields.tsx';
import { blank, learningRecordInputOf, type Problems, problemsOf } from './record-form.ts';

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
  const [problems, setProblems] = useState<Problems>({});
  const save = useCommand('competence.saveRecord');
  const { value } = draft;
  const set = (edit: Partial<LearningRecordInput>): void => draft.setValue((current) => ({ ...current, ...edit }));
  const submit = async (): Promise<void> => {
    const parsed = learningRecordInput.safeParse(value);
    setProblems(problemsOf(parsed.error?.issues ?? [], t));
    if (!parsed.success) return;
    const { recordId = null, revision = 0 } = record ?? {};
    const saved = await save.run({ personId, recordId, revision, record: parsed.data, guidanceHash });
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
      <RecordFields value={value} set={set} problems={problems} />
      <Evidence
        ids={value.evidence}
        onChange={(edit) => draft.setValue((current) => ({ ...current, evidence: edit(current.evidence) }))}
      />
      <Textarea
        label={t('competence.field.remark')}
        autosize
        maxRows={6}
        maxLength={maxText}
        value={value.remark}
        onChange={(event) => set({ remark: event.currentTarget.value })}
      />
    </FormDialog>
  );
};
