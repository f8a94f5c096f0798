import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { type ConversionInput, conversionInput, noConversion } from '@shared/domain/competence/conversion.ts';
import { conversionFields } from '@shared/domain/competence/conversion-fields.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import { type Output, useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { CsvProblems } from '../files/CsvProblems.tsx';
import { useChooseCsv } from '../files/use-choose-csv.ts';
import { PublishDialog } from './PublishDialog.tsx';

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
  const { value } = draft;
  const { issues, issue, judging, judge } = useIssues(() => readBy(conversionInput, value).issues);
  const load = async (): Promise<void> => {
    const fileToken = await choose();
    if (fileToken === null) return;
    const answer = await read.run({ fileToken });
    if (!answer.ok) return;
    setOutcome(answer.value.outcome);
    const { outcome: found, rows: loaded } = answer.value;
    if (found.problemCount === 0) draft.setValue((current) => ({ ...current, rows: loaded }));
  };
  const ask = (): void => {
    const { data, issues: refused } = readBy(conversionInput, value);
    judge(refused);
    setAsked(data);
  };
  const published = async (): Promise<void> => {
    await draft.discard();
    onDone();
  };
  if (!draft.ready) return <Loader aria-label={t('common.loading')} />;
  return (
    <Section title={t('competence.table.next')} intro={t('competence.table.nextIntro')}>
      <Stack gap="md">
        <FormFields
          fields={conversionFields}
          value={value}
          onChange={(name, next) => draft.setValue((current) => ({ ...current, [name]: next }))}
          issue={issue}
          judging={judging}
        />
        <Group>
          <Button variant="default" size="compact-md" loading={read.busy} onClick={() => void load()}>
            {t('competence.table.load')}
          </Button>
        </Group>
        {outcome !== null && <CsvProblems outcome={outcome} />}
        {issues.length > 0 && (
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
