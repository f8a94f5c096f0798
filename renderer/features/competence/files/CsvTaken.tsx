import { Alert, Checkbox, List, Stack, Text } from '@mantine/core';
import type { CsvOutcome } from '@shared/contract/competence-file.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';

export interface CsvTakenProps {
  readonly outcome: Pick<CsvOutcome, 'taken' | 'leftOut'>;
  /** Whether the person agrees to what is left out; null: there is nothing to agree to yet. */
  readonly leaveOut: boolean | null;
  readonly onLeaveOut: (leaveOut: boolean) => void;
}

const encodingNames = { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252' } as const;
const separatorKeys: Readonly<Record<string, string>> = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' };

/** True when a file has columns or rows that are not read. */
export const hasLeftOut = ({ leftOut }: Pick<CsvOutcome, 'leftOut'>): boolean =>
  leftOut.columnCount + leftOut.rowCount > 0;

/** How a file was taken, and what of it is not read: said before anything is stored. */
export const CsvTaken = ({ outcome, leaveOut, onLeaveOut }: CsvTakenProps) => {
  const { t } = useTranslation();
  const { list } = useFormat();
  const { taken, leftOut } = outcome;
  const separator = separatorKeys[taken.separator];
  const { columns, rows, columnCount, rowCount } = leftOut;
  const more = columnCount + rowCount - columns.length - rows.length;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t('competence.import.taken', {
          encoding: encodingNames[taken.encoding],
          separator: separator === undefined ? taken.separator : t(`competence.import.separator.${separator}`),
          row: taken.headerRow,
        })}
      </Text>
      {taken.guessed && (
        <Text size="sm">
          {t(taken.sample === '' ? 'competence.import.guessed' : 'competence.import.guessedBy', {
            sample: taken.sample,
          })}
        </Text>
      )}
      {hasLeftOut(outcome) && (
        <Alert color="amber" variant="light" title={t('competence.import.leftOut')}>
          <List size="sm" spacing={2}>
            {columns.length > 0 && (
              <List.Item>{t('competence.import.unknownColumns', { names: list(columns) })}</List.Item>
            )}
            {rows.map(({ row, value }) => (
              <List.Item key={row}>{t('competence.import.rowBeside', { row, value })}</List.Item>
            ))}
          </List>
          {more > 0 && <Text size="sm">{t('competence.import.more', { number: more })}</Text>}
          {leaveOut !== null && (
            <Checkbox
              mt="sm"
              label={t('competence.import.leaveOut')}
              checked={leaveOut}
              onChange={({ currentTarget }) => onLeaveOut(currentTarget.checked)}
            />
          )}
        </Alert>
      )}
    </Stack>
  );
};
