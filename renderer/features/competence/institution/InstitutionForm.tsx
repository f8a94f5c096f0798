import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { institutionFields } from '@shared/domain/competence/institution-fields.ts';
import {
  blankInstitutionPlan,
  type InstitutionLine,
  institutionPlan,
  totalsOf,
} from '@shared/domain/competence/institution-plan.ts';
import { freshEntry, only } from '@shared/domain/form/fields.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { newId } from '../../../lib/new-id.ts';
import { type Output, useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { EntryList } from '../../../ui/form/EntryList.tsx';
import { removeAt } from '../../../ui/form/field-props.ts';
import { issuesBelow, readBy } from '../../../ui/form/issues.ts';
import { judgingBelow } from '../../../ui/form/judging.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { useNotice } from '../../../ui/notice.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { LearningFields } from '../form/LearningFields.tsx';
import { useRupiah } from '../form/use-plan-reading.ts';
import { useJp } from '../jp.ts';

const { lines: list } = institutionFields;

const freshLine = (): InstitutionLine =>
  ({ ...freshEntry(list.fields, today(), undefined), lineId: newId() }) as InstitutionLine;

export interface InstitutionFormProps {
  readonly year: number;
  readonly opened: Output<'competence.institutionPlan'>;
}

/** The institution's plan while it is written: budget, own activities, who sets it, and its state. */
export const InstitutionForm = ({ year, opened }: InstitutionFormProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { jpText } = useJp();
  const rupiah = useRupiah();
  const save = useCommand('competence.saveInstitutionPlan');
  const draft = useDraft({
    kind: 'institutionPlan',
    caseId: null,
    subjectKey: String(year),
    initial: opened.plan ?? blankInstitutionPlan(),
  });
  const { lines } = draft.value;
  const { issue, judging } = useIssues(() => readBy(institutionPlan, draft.value).issues);
  const write = (edit: (known: readonly InstitutionLine[]) => readonly InstitutionLine[]): void =>
    draft.setValue((current) => ({ ...current, lines: [...edit(current.lines)] }));
  const set = (name: string, next: unknown): void => draft.setValue((current) => ({ ...current, [name]: next }));
  const store = async (): Promise<void> => {
    const saved = await save.run({ year, revision: opened.revision, plan: draft.value });
    if (!saved.ok) return;
    await draft.discard();
    notice(t('competence.institution.saved'));
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  const { jp, cost } = totalsOf(draft.value, opened.sums);
  const plain = { value: draft.value, onChange: set, issue, judging };
  return (
    <Stack gap="md">
      <LearningFields fields={only(institutionFields, ['budgetSource'])} {...plain} />
      <EntryList
        entries={lines}
        keyOf={({ lineId }) => lineId}
        legendOf={(number) => t(list.texts.entry, { number })}
        removeLabelOf={(number) => t(list.texts.remove, { number })}
        addLabel={t(list.texts.add)}
        max={list.max}
        onAdd={() => write((known) => [...known, freshLine()])}
        onRemove={(index) => {
          write((known) => removeAt(known, index));
          judging.removed('lines');
        }}
      >
        {(line, index) => (
          <LearningFields
            fields={list.fields}
            value={line}
            labelValues={{ number: index + 1 }}
            onChange={(name, next) =>
              write((known) =>
                known.map((other) => (other.lineId === line.lineId ? { ...other, [name]: next } : other)),
              )
            }
            issue={issuesBelow(issue, 'lines', index)}
            judging={judgingBelow(judging, 'lines', index)}
          />
        )}
      </EntryList>
      <Text>{t('competence.institution.total', { jp: jpText(jp), cost: rupiah(cost) })}</Text>
      <LearningFields
        fields={only(institutionFields, ['remark', 'number', 'date', 'official', 'nip', 'office', 'state'])}
        {...plain}
      />
      <Text size="sm" c="dimmed">
        {t('competence.institution.setHint')}
      </Text>
      {save.error !== null && <ErrorNotice error={save.error} />}
      <Group justify="flex-end">
        <SaveState draft={draft} />
        <Button
          loading={save.busy}
          disabled={!institutionPlan.safeParse(draft.value).success}
          onClick={() => void store()}
        >
          {t('competence.institution.save')}
        </Button>
      </Group>
    </Stack>
  );
};
