import { Alert, Table, Text } from '@mantine/core';
import type { CsvOutcome } from '@shared/contract/competence-file.ts';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../ui/DataTable.tsx';

/** What is wrong in a file, by row and column; or that all of it is fine. */
export const CsvProblems = ({ outcome }: { readonly outcome: CsvOutcome }) => {
  const { t } = useTranslation();
  const { accepted, known, problemCount, problems, stored } = outcome;
  if (problemCount === 0)
    return (
      <Alert color="green" variant="light" role="status">
        {t(stored ? 'competence.import.stored' : 'competence.import.fine', { accepted, known })}
      </Alert>
    );
  return (
    <Alert color="amber" variant="light" role="alert" title={t('competence.import.refused', { number: problemCount })}>
      <Text size="sm">{t('competence.import.nothingStored')}</Text>
      <DataTable mt="sm" fz="sm" aria-label={t('competence.import.problems')}>
        <Table.Thead>
          <Table.Tr>
            {(['row', 'column', 'problem', 'value'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`competence.import.column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.map(({ row, column, code, value }) => (
            <Table.Tr key={`${row} ${column} ${code}`}>
              <Table.Td>{row}</Table.Td>
              <Table.Td>{column}</Table.Td>
              <Table.Td>{t(`csvProblem.${code}`)}</Table.Td>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </DataTable>
      {problemCount > problems.length && (
        <Text size="sm">{t('competence.import.more', { number: problemCount - problems.length })}</Text>
      )}
    </Alert>
  );
};
