import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { type ConversionInput, conversionInput, noConversion } from '@shared/domain/competence/conversion.ts';
import { conversionFields } from '@shared/domain/competence/conversion-fields.ts';
import { presentYear } from '@shared/domain/fields.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../../lib/draft.ts';
import { today } from '../../../lib/format.ts';
import type { Output } from '../../../lib/query.ts';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { SaveState } from '../../../ui/SaveState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { TableFromCsv } from './TableFromCsv.tsx';

export interface TableEditorProps {
  readonly latest: Output<'competence.tables'>[number] | null;
  readonly onDone: () => void;
}

/** The next version: from a year on, with targets and rows; years before stay as they were. */
export const TableEditor = ({ latest, onDone }: TableEditorProps) => {
  const { t } = useTranslation();
  const { targets, targetCitation, rows, remark } = latest ?? noConversion;
  const initial: ConversionInput = { fromYear: presentYear(today()), targets, targetCitation, rows, remark };
  const draft = useDraft({ kind: 'conversionTable', caseId: null, subjectKey: '', initial });
  const [asked, setAsked] = useState<ConversionInput | null>(null);
  const { value } = draft;
  const { issues, issue, judging, judge } = useIssues(() => readBy(conversionInput, value).issues);
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
        <TableFromCsv onRows={(loaded) => draft.setValue((current) => ({ ...current, rows: loaded }))} />
        {issues.length > 0 && (
          <Text role="alert" c="var(--mantine-color-error)">
            {t('competence.table.unfit')}
          </Text>
        )}
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
