import {
  Button,
  Group,
  Loader,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { CountedRecord } from '@shared/contract/competence.ts';
import { learningKindNames, learningKinds } from '@shared/domain/competence/kinds.ts';
import {
  type LearningRecordInput,
  learningRecordInput,
  learningUnits,
} from '@shared/domain/competence/learning-record.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { Evidence } from './Evidence.tsx';

const blank = (): LearningRecordInput => ({
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

type Problems = Readonly<Partial<Record<keyof LearningRecordInput, string>>>;

const Fields = ({
  value,
  set,
  problems,
}: {
  readonly value: LearningRecordInput;
  readonly set: (edit: Partial<LearningRecordInput>) => void;
  readonly problems: Problems;
}) => {
  const { t } = useTranslation();
  const line = (
    name: 'title' | 'organiser' | 'certificateNumber' | 'from' | 'to',
    required: boolean,
    type?: 'date',
  ) => (
    <TextInput
      label={t(`competence.field.${name}`)}
      required={required}
      maxLength={300}
      {...(type && { type })}
      value={value[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      error={problems[name]}
    />
  );
  return (
    <>
      <Select
        label={t('competence.field.kind')}
        allowDeselect={false}
        searchable
        data={(['classical', 'nonClassical'] as const).map((mode) => ({
          group: t(`competence.mode.${mode}`),
          items: learningKindNames
            .filter((kind) => learningKinds[kind].mode === mode)
            .map((kind) => ({ value: kind, label: t(`competence.kind.${kind}`) })),
        }))}
        value={value.kind}
        onChange={(kind) => kind !== null && set({ kind: kind as LearningRecordInput['kind'] })}
      />
      {line('title', true)}
      {line('organiser', false)}
      <SimpleGrid cols={2} spacing="sm">
        {line('from', true, 'date')}
        {line('to', true, 'date')}
        <Select
          label={t('competence.field.unit')}
          allowDeselect={false}
          data={learningUnits.map((unit) => ({ value: unit, label: t(`competence.unit.${unit}`) }))}
          value={value.unit}
          onChange={(unit) => unit !== null && set({ unit: unit as LearningRecordInput['unit'] })}
        />
        <NumberInput
          label={t('competence.field.amount')}
          required
          min={0.01}
          max={10_000}
          decimalScale={2}
          decimalSeparator=","
          allowedDecimalSeparators={[',', '.']}
          value={value.amount / 100}
          onChange={(amount) => set({ amount: typeof amount === 'number' ? Math.round(amount * 100) : 0 })}
          error={problems.amount}
        />
      </SimpleGrid>
      {line('certificateNumber', false)}
    </>
  );
};

/** Adds or changes what somebody took part in; what is typed saves itself. */
export const RecordDialog = ({ personId, record, given, onClose, onSaved = onClose }: RecordDialogProps) => {
  const { t } = useTranslation();
  const guidanceHash = given?.hash ?? null;
  const initial = record === null ? (given?.learning ?? blank()) : learningRecordInputOf(record);
  const draft = useDraft<LearningRecordInput>({
    kind: 'learningRecord',
    caseId: null,
    subjectKey: record?.recordId ?? [personId, ...(guidanceHash === null ? [] : [guidanceHash])].join(' '),
    initial,
  });
  const [problems, setProblems] = useState<Problems>({});
  const save = useCommand('competence.saveRecord');
  const { value } = draft;
  const set = (edit: Partial<LearningRecordInput>): void => draft.setValue((current) => ({ ...current, ...edit }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
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
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(record === null ? 'competence.add' : 'competence.edit')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      {!draft.ready ? (
        <Loader aria-label={t('common.loading')} />
      ) : (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap="sm">
            <Fields value={value} set={set} problems={problems} />
            <Evidence
              ids={value.evidence}
              onChange={(edit) => draft.setValue((current) => ({ ...current, evidence: edit(current.evidence) }))}
            />
            <Textarea
              label={t('competence.field.remark')}
              autosize
              maxRows={6}
              maxLength={20_000}
              value={value.remark}
              onChange={(event) => set({ remark: event.currentTarget.value })}
            />
            {save.error !== null && <ErrorNotice error={save.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={save.busy}>
                {t('common.save')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
};

const learningRecordInputOf = ({
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

const problemsOf = (
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
