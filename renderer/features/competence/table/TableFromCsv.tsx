import { Button, Group, Stack, Text } from '@mantine/core';
import { bpsExample } from '@shared/domain/competence/bps-example.ts';
import type { ConversionRow } from '@shared/domain/competence/conversion.ts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Output, useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { CsvProblems } from '../files/CsvProblems.tsx';
import { CsvTaken, hasLeftOut } from '../files/CsvTaken.tsx';
import { SaveTemplate } from '../files/SaveTemplate.tsx';
import { useChooseCsv } from '../files/use-choose-csv.ts';

export interface TableFromCsvProps {
  readonly onRows: (rows: ConversionRow[]) => void;
}

type Read = Output<'competence.readTable'>;

/** True for a file that a person has to look at first: its encoding was guessed, or part of it is left out. */
const asks = ({ outcome }: Read): boolean => outcome.taken.guessed || hasLeftOut(outcome);

/**
 * Fills the rows of a conversion table from a CSV file, at once where there is nothing to agree to, or from the public
 * example of one institution.
 */
export const TableFromCsv = ({ onRows }: TableFromCsvProps) => {
  const { t } = useTranslation();
  const read = useCommand('competence.readTable');
  const { choose } = useChooseCsv();
  const notice = useNotice();
  const exampleText = useId();
  const [looked, setLooked] = useState<Read | null>(null);
  const load = async (): Promise<void> => {
    setLooked(null);
    const fileToken = await choose();
    if (fileToken === null) return;
    const answer = await read.run({ fileToken });
    if (!answer.ok) return;
    setLooked(answer.value);
    if (answer.value.outcome.problemCount === 0 && !asks(answer.value)) onRows(answer.value.rows);
  };
  const [agreed, setAgreed] = useState<Read | null>(null);
  const agree = (): void => {
    if (looked === null) return;
    setAgreed(looked);
    onRows(looked.rows);
  };
  const isAsked = looked !== null && looked.outcome.problemCount === 0 && asks(looked) && agreed !== looked;
  return (
    <Stack gap="md">
      <Group>
        <Button variant="default" size="compact-md" loading={read.busy} onClick={() => void load()}>
          {t('competence.table.load')}
        </Button>
        <SaveTemplate what="table" compact />
        <Button
          variant="default"
          size="compact-md"
          aria-describedby={exampleText}
          onClick={() => {
            setLooked(null);
            onRows([...bpsExample]);
            notice(t('competence.table.exampleLoaded', { number: bpsExample.length }));
          }}
        >
          {t('competence.table.example')}
        </Button>
      </Group>
      <Text id={exampleText} size="sm" c="dimmed">
        {t('competence.table.exampleText')}
      </Text>
      {looked !== null && (
        <>
          <CsvTaken outcome={looked.outcome} leaveOut={null} onLeaveOut={() => undefined} />
          {isAsked ? (
            <Group>
              <Button variant="default" size="compact-md" onClick={agree}>
                {t(hasLeftOut(looked.outcome) ? 'competence.table.takeWithout' : 'competence.table.take', {
                  number: looked.rows.length,
                })}
              </Button>
            </Group>
          ) : (
            <CsvProblems outcome={looked.outcome} />
          )}
        </>
      )}
      {read.error !== null && <ErrorNotice error={read.error} />}
    </Stack>
  );
};
