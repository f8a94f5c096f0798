import { Button, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import type { Output } from '../../lib/query.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';

type Exposure = Output<'retention.exposure'>;
type File = Exposure['files'][number];

export interface ExposedFilesProps {
  readonly exposure: Exposure;
  /** Whether enough is written for a letter. */
  readonly canTell: boolean;
  readonly busy: boolean;
  readonly onLetter: (file: File, name: string) => void;
}

/** Whose data others may have, with the acts, and a letter to each person. */
export const ExposedFiles = ({ exposure, canTell, busy, onLetter }: ExposedFilesProps) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const { files, persons, guidance, notes } = exposure;
  const nameOf = ({ employeeName, listNumber, opening }: File): string => {
    const name =
      employeeName === ''
        ? t('retention.incident.nameless', { number: listNumber === '' ? '–' : listNumber })
        : employeeName;
    return opening === null ? name : t('retention.incident.aside', { name });
  };
  const span = ({ acts }: File): string => {
    const days = acts.map(({ on }) => on).sort();
    const [from = '', to = ''] = [days[0], days.at(-1)];
    return from === to ? shortDate(from) : `${shortDate(from)} – ${shortDate(to)}`;
  };
  const actsOf = ({ acts }: File): string =>
    acts
      .map(
        ({ type, form }) => `${t(`acts.${type}`)}${form === 'header' ? ` (${t('cases.deliveries.form.header')})` : ''}`,
      )
      .join('; ');
  return (
    <Section title={t('retention.incident.shown')}>
      {persons + guidance + notes > 0 && (
        <Text mb="sm">{t('retention.incident.others', { persons, guidance, notes })}</Text>
      )}
      {files.length === 0 ? (
        <Text role="status">{t('retention.incident.nobody')}</Text>
      ) : (
        <DataTable aria-label={t('retention.incident.shown')}>
          <Table.Thead>
            <Table.Tr>
              {(['name', 'acts', 'days', 'paper'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`retention.incident.column.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {files.map((file) => (
              <Table.Tr key={`${file.caseId} ${file.opening ?? ''}`}>
                <Table.Th scope="row" fw={500}>
                  {nameOf(file)}
                </Table.Th>
                <Table.Td>{actsOf(file)}</Table.Td>
                <Table.Td>{span(file)}</Table.Td>
                <Table.Td>
                  <Button
                    size="compact-md"
                    variant="default"
                    disabled={!canTell}
                    loading={busy}
                    aria-label={t('retention.incident.personOf', { name: nameOf(file) })}
                    onClick={() => onLetter(file, nameOf(file))}
                  >
                    {t('retention.incident.column.paper')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      )}
    </Section>
  );
};
