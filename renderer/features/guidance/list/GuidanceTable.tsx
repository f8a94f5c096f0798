import { Anchor, Badge, Table, Text } from '@mantine/core';
import type { GuidanceSummary } from '@shared/contract/guidance.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { DataTable } from '../../../ui/DataTable.tsx';

const columns = ['who', 'topic', 'kind', 'unit', 'next', 'goals', 'records'] as const;

/** Files of guidance. */
export const GuidanceTable = ({
  files,
  label,
}: {
  readonly files: readonly GuidanceSummary[];
  readonly label: string;
}) => {
  const { t } = useTranslation();
  return (
    <DataTable striped aria-label={label}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col">
              {t(`guidance.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {files.map((file) => (
          <FileRow key={file.guidanceId} file={file} />
        ))}
      </Table.Tbody>
    </DataTable>
  );
};

const FileRow = ({ file }: { readonly file: GuidanceSummary }) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const go = useGo();
  const { participants, leader, topic, kind, unit, nextSession, goals, goalsMet, records, unsigned, waitingForMe } =
    file;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Anchor
          component="button"
          type="button"
          ta="start"
          onClick={() => go(placeOf('guidanceFile', { guidanceId: file.guidanceId }))}
        >
          {participants.join(', ') || t('guidance.damaged')}
        </Anchor>
        <Text size="sm" c="dimmed">
          {t(`guidance.ledBy.${kind}`, { name: leader })}
        </Text>
      </Table.Th>
      <Table.Td>{topic}</Table.Td>
      <Table.Td>{t(`guidance.kind.${kind}`)}</Table.Td>
      <Table.Td>{unit}</Table.Td>
      <Table.Td>{nextSession === '' ? '–' : shortDate(nextSession)}</Table.Td>
      <Table.Td>{goals === 0 ? '–' : t('guidance.goalsMet', { met: goalsMet, all: goals })}</Table.Td>
      <Table.Td>
        {records}{' '}
        {unsigned > 0 && (
          <Badge tt="none" miw="max-content" variant="light" color={waitingForMe > 0 ? 'petrol' : 'gray'}>
            {t(waitingForMe > 0 ? 'guidance.waitsForMe' : 'guidance.unsigned', { count: unsigned })}
          </Badge>
        )}
      </Table.Td>
    </Table.Tr>
  );
};
