import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { PersonAnswer, RecordsOutcome } from '@shared/contract/competence-file.ts';
import type { DayOrder } from '@shared/domain/competence/csv/days.ts';
import { recordColumns } from '@shared/domain/competence/csv/record-file.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { CsvDays } from './CsvDays.tsx';
import { answersOf, CsvPeople } from './CsvPeople.tsx';
import { CsvProblems } from './CsvProblems.tsx';
import { CsvTaken, hasLeftOut } from './CsvTaken.tsx';
import { SaveTemplate } from './SaveTemplate.tsx';
import { useChooseCsv } from './use-choose-csv.ts';

/** A file that was looked at, and what the person says of it. */
interface Looked {
  readonly fileToken: string;
  readonly outcome: RecordsOutcome;
  readonly dayOrder: DayOrder | null;
  readonly leaveOut: boolean;
}

/** Takes in learning records of a CSV file: looked at first, then all of it or nothing. */
export const ImportPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { choose } = useChooseCsv();
  const read = useCommand('competence.importRecords');
  const [looked, setLooked] = useState<Looked | null>(null);
  const look = async (
    fileToken: string,
    { dayOrder, leaveOut }: Pick<Looked, 'dayOrder' | 'leaveOut'>,
    people: readonly PersonAnswer[] = [],
  ): Promise<void> => {
    const answer = await read.run({ fileToken, dayOrder, people: [...people], store: null });
    if (answer.ok) setLooked({ fileToken, outcome: answer.value, dayOrder, leaveOut });
  };
  const chooseAndLook = async (): Promise<void> => {
    setLooked(null);
    const fileToken = await choose();
    if (fileToken !== null) await look(fileToken, { dayOrder: null, leaveOut: false });
  };
  const store = async ({ fileToken, outcome, dayOrder, leaveOut }: Looked): Promise<void> => {
    const people = answersOf(outcome.people);
    const answer = await read.run({ fileToken, dayOrder, people, store: { seen: outcome.seen, leaveOut } });
    setLooked(answer.ok ? { fileToken, outcome: answer.value, dayOrder, leaveOut } : null);
  };
  const outcome = looked?.outcome;
  const isFine = outcome !== undefined && outcome.problemCount === 0 && outcome.accepted > 0 && !outcome.stored;
  const isClear =
    outcome !== undefined &&
    (outcome.askOrder === null || outcome.dayOrder !== null) &&
    outcome.people.every(({ answer }) => answer !== undefined);
  const mayStore = isFine && looked !== null && (looked.leaveOut || !hasLeftOut(outcome));
  return (
    <Page
      title={t('competence.import.title')}
      intro={t('competence.import.intro')}
      width="reading"
      crumbs={[{ label: t('competence.title'), onClick: () => go(placeOf('competence')) }]}
    >
      <Section title={t('competence.import.columns')} intro={t('competence.import.columnsIntro')}>
        <Stack gap="sm">
          <List size="sm" spacing={2}>
            {recordColumns.map(({ key, titles: [title], required }) => (
              <List.Item key={key}>
                <b>{title}</b>
                {required && ` (${t('common.required')})`}: {t(`competence.import.help.${key}`)}
              </List.Item>
            ))}
          </List>
          <Text size="sm">{t('competence.template.nip')}</Text>
          <SaveTemplate what="records" />
        </Stack>
      </Section>
      <Stack gap="md">
        <Group>
          <Button variant={isFine ? 'default' : 'filled'} loading={read.busy} onClick={() => void chooseAndLook()}>
            {t('competence.import.choose')}
          </Button>
        </Group>
        {read.error !== null && <ErrorNotice error={read.error} />}
        {looked !== null && (
          <>
            <CsvTaken
              outcome={looked.outcome}
              leaveOut={isFine ? looked.leaveOut : null}
              onLeaveOut={(leaveOut) => setLooked({ ...looked, leaveOut })}
            />
            <CsvDays
              outcome={looked.outcome}
              onOrder={(dayOrder) =>
                void look(looked.fileToken, { ...looked, dayOrder }, answersOf(looked.outcome.people))
              }
            />
            {!looked.outcome.stored && (
              <CsvPeople
                people={looked.outcome.people}
                onAnswers={(people) => void look(looked.fileToken, looked, people)}
              />
            )}
            {(isClear || looked.outcome.problemCount > 0) && <CsvProblems outcome={looked.outcome} />}
            {mayStore && (
              <Group>
                <Button loading={read.busy} onClick={() => void store(looked)}>
                  {t('competence.import.store', { number: looked.outcome.accepted })}
                </Button>
              </Group>
            )}
          </>
        )}
        <Text size="sm" c="dimmed">
          {t('competence.import.evidence')}
        </Text>
      </Stack>
    </Page>
  );
};
