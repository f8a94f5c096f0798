import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  Loader,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import {
  type ConversionInput,
  type ConversionRow,
  conversionInput,
  maxConversionRows,
  noConversion,
} from '@shared/domain/competence/conversion.ts';
import { maxLine, years } from '@shared/domain/fields.ts';
import { employmentStatuses } from '@shared/domain/identity/person.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { type Output, useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { CsvProblems } from '../files/CsvProblems.tsx';
import { useChooseCsv } from '../files/use-choose-csv.ts';
import { JpInput } from '../JpInput.tsx';
import { useLearningOptions } from '../learning-options.ts';
import { PublishDialog } from './PublishDialog.tsx';

const freshRow = (): ConversionRow => ({
  kind: 'coaching',
  unit: 'sessions',
  jpPerUnit: 100,
  yearlyMaximum: null,
  evidenceRequired: true,
  citation: '',
});

interface RowProps {
  readonly row: ConversionRow;
  readonly number: number;
  readonly onChange: (edit: Partial<ConversionRow>) => void;
  readonly onRemove: () => void;
}

const RowFields = ({ row, number, onChange, onRemove }: RowProps) => {
  const { t } = useTranslation();
  const { kinds, units } = useLearningOptions();
  return (
    <Fieldset legend={t('competence.table.row', { number })}>
      <SimpleGrid cols={{ base: 1, sm: 4 }} spacing="sm">
        <Select
          label={t('competence.table.column.kind')}
          allowDeselect={false}
          searchable
          data={kinds}
          value={row.kind}
          onChange={(kind) => kind !== null && onChange({ kind: kind as ConversionRow['kind'] })}
        />
        <Select
          label={t('competence.table.column.unit')}
          allowDeselect={false}
          data={units}
          value={row.unit}
          onChange={(unit) => unit !== null && onChange({ unit: unit as ConversionRow['unit'] })}
        />
        <JpInput
          label={t('competence.table.column.jp')}
          value={row.jpPerUnit}
          onChange={(jp) => onChange({ jpPerUnit: jp ?? 0 })}
        />
        <JpInput
          label={t('competence.table.column.maximum')}
          value={row.yearlyMaximum}
          onChange={(yearlyMaximum) => onChange({ yearlyMaximum })}
        />
      </SimpleGrid>
      <Group mt="sm" align="flex-end">
        <TextInput
          label={t('competence.table.column.citation')}
          required
          miw={380}
          maxLength={maxLine}
          value={row.citation}
          onChange={(event) => onChange({ citation: event.currentTarget.value })}
        />
        <Checkbox
          mb={8}
          label={t('competence.table.column.evidence')}
          checked={row.evidenceRequired}
          onChange={(event) => onChange({ evidenceRequired: event.currentTarget.checked })}
        />
        <Button size="compact-sm" variant="subtle" color="gray" mb={8} onClick={onRemove}>
          {t('competence.table.removeRow', { number })}
        </Button>
      </Group>
    </Fieldset>
  );
};

const Targets = ({
  value,
  set,
}: {
  readonly value: ConversionInput;
  readonly set: (edit: Partial<ConversionInput>) => void;
}) => {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, sm: 4 }} spacing="sm">
      <NumberInput
        label={t('competence.table.fromYear')}
        min={years.first}
        max={years.last}
        allowDecimal={false}
        value={value.fromYear}
        onChange={(year) => typeof year === 'number' && set({ fromYear: year })}
      />
      {employmentStatuses.map((status) => (
        <JpInput
          key={status}
          label={t('competence.table.targetOf', { status: t(`person.status.${status}`) })}
          value={value.targets[status]}
          onChange={(target) => set({ targets: { ...value.targets, [status]: target } })}
        />
      ))}
    </SimpleGrid>
  );
};

export interface TableEditorProps {
  readonly latest: Output<'competence.tables'>[number] | null;
  readonly onDone: () => void;
}

/** The next version: from a year on, with targets and rows; years before stay as they were. */
export const TableEditor = ({ latest, onDone }: TableEditorProps) => {
  const { t } = useTranslation();
  const { targets, targetCitation, rows, remark } = latest ?? noConversion;
  const initial: ConversionInput = { fromYear: Number(today().slice(0, 4)), targets, targetCitation, rows, remark };
  const draft = useDraft({ kind: 'conversionTable', caseId: null, subjectKey: '', initial });
  const [asked, setAsked] = useState<ConversionInput | null>(null);
  const read = useCommand('competence.readTable');
  const { choose } = useChooseCsv();
  const [outcome, setOutcome] = useState<Output<'competence.readTable'>['outcome'] | null>(null);
  const [isUnfit, setUnfit] = useState(false);
  const { value } = draft;
  const set = (edit: Partial<ConversionInput>): void => draft.setValue((current) => ({ ...current, ...edit }));
  const load = async (): Promise<void> => {
    const fileToken = await choose();
    if (fileToken === null) return;
    const answer = await read.run({ fileToken });
    if (!answer.ok) return;
    setOutcome(answer.value.outcome);
    if (answer.value.outcome.problemCount === 0) set({ rows: answer.value.rows });
  };
  const ask = (): void => {
    const parsed = conversionInput.safeParse(value);
    setUnfit(!parsed.success);
    setAsked(parsed.data ?? null);
  };
  const published = async (): Promise<void> => {
    await draft.discard();
    onDone();
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  return (
    <Section title={t('competence.table.next')} intro={t('competence.table.nextIntro')}>
      <Stack gap="md">
        <Targets value={value} set={set} />
        <TextInput
          label={t('competence.table.targetCitation')}
          required
          maxLength={maxLine}
          value={value.targetCitation}
          onChange={(event) => set({ targetCitation: event.currentTarget.value })}
        />
        {value.rows.map((row, index) => (
          <RowFields
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
            key={index}
            row={row}
            number={index + 1}
            onChange={(edit) =>
              set({ rows: value.rows.map((other, at) => (at === index ? { ...other, ...edit } : other)) })
            }
            onRemove={() => set({ rows: value.rows.filter((_, at) => at !== index) })}
          />
        ))}
        <Group>
          <Button
            variant="default"
            size="compact-md"
            disabled={value.rows.length >= maxConversionRows}
            onClick={() => set({ rows: [...value.rows, freshRow()] })}
          >
            {t('competence.table.addRow')}
          </Button>
          <Button variant="default" size="compact-md" loading={read.busy} onClick={() => void load()}>
            {t('competence.table.load')}
          </Button>
        </Group>
        {outcome !== null && <CsvProblems outcome={outcome} />}
        {isUnfit && (
          <Text role="alert" c="var(--mantine-color-error)">
            {t('competence.table.unfit')}
          </Text>
        )}
        {read.error !== null && <ErrorNotice error={read.error} />}
        <Group justify="space-between">
          <SaveState draft={draft} />
          <Group>
            <Button variant="default" onClick={onDone}>
              {t('common.cancel')}
            </Button>
            <Button onClick={ask}>{t('competence.table.publish', { year: value.fromYear })}</Button>
          </Group>
        </Group>
      </Stack>
      {asked !== null && <PublishDialog table={asked} onClose={() => setAsked(null)} onPublished={published} />}
    </Section>
  );
};
