import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { CsvOutcome } from '@shared/contract/competence.ts';
import { recordColumns } from '@shared/domain/competence/csv/record-file.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { CsvProblems } from './CsvProblems.tsx';
import { useChooseCsv } from './use-choose-csv.ts';

/** Takes in learning records of a CSV file: looked at first, then all of it or nothing. */
export const ImportPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { choose } = useChooseCsv();
  const read = useCommand('competence.importRecords');
  const [looked, setLooked] = useState<{ readonly fileToken: string; readonly outcome: CsvOutcome } | null>(null);
  const run = async (fileToken: string, store: boolean): Promise<void> => {
    const answer = await read.run({ fileToken, store });
    if (answer.ok) setLooked({ fileToken, outcome: answer.value });
  };
  const look = async (): Promise<void> => {
    setLooked(null);
    const fileToken = await choose();
    if (fileToken !== null) await run(fileToken, false);
  };
  const mayStore =
    looked !== null && looked.outcome.problemCount === 0 && looked.outcome.accepted > 0 && !looked.outcome.stored;
  return (
    <Page
      title={t('competence.import.title')}
      intro={t('competence.import.intro')}
      width="reading"
      crumbs={[{ label: t('competence.title'), onClick: () => go(placeOf('competence')) }]}
    >
      <Section title={t('competence.import.columns')} intro={t('competence.import.columnsIntro')}>
        <List size="sm" spacing={2}>
          {recordColumns.map(({ key, titles: [title], required }) => (
            <List.Item key={key}>
              <b>{title}</b>
              {required && ` (${t('common.required')})`}: {t(`competence.import.help.${key}`)}
            </List.Item>
          ))}
        </List>
      </Section>
      <Stack gap="md">
        <Group>
          <Button variant={mayStore ? 'default' : 'filled'} loading={read.busy} onClick={() => void look()}>
            {t('competence.import.choose')}
          </Button>
          {mayStore && (
            <Button loading={read.busy} onClick={() => void run(looked.fileToken, true)}>
              {t('competence.import.store', { number: looked.outcome.accepted })}
            </Button>
          )}
        </Group>
        {read.error !== null && <ErrorNotice error={read.error} />}
        {looked !== null && <CsvProblems outcome={looked.outcome} />}
        <Text size="sm" c="dimmed">
          {t('competence.import.evidence')}
        </Text>
      </Stack>
    </Page>
  );
};
