import { Badge, Button, Loader, Table } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconMailPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';

const columns = ['name', 'roles', 'created', 'answer'] as const;

/** Invitations that were made, and whether a card answers them. */
export const InvitationsTab = () => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const go = useGo();
  const invitations = useQueryCall('invitation.list', {});
  const list = invitations.data;
  return (
    <Section
      title={t('directory.invitations')}
      intro={t('directory.invitationsIntro')}
      actions={
        <Button leftSection={<IconMailPlus size={17} aria-hidden />} onClick={() => go(placeOf('invite'))}>
          {t('directory.invite')}
        </Button>
      }
    >
      {invitations.error && <ErrorNotice error={invitations.error} onRetry={() => void invitations.refetch()} />}
      {list === undefined && invitations.error === null && <Loader aria-label={t('common.loading')} />}
      {list?.length === 0 && <EmptyState text={t('directory.invitationsEmpty')} />}
      {list !== undefined && list.length > 0 && (
        <DataTable verticalSpacing="xs" aria-label={t('directory.invitations')}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`directory.invitationColumn.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {list.map(({ invitationId, name, roles, createdAt, answered }) => (
              <Table.Tr key={invitationId}>
                <Table.Th scope="row" fw={500}>
                  {name}
                </Table.Th>
                <Table.Td>{roles.map((role) => t(`roles.${role}`)).join(', ')}</Table.Td>
                <Table.Td>{shortDate(createdAt)}</Table.Td>
                <Table.Td>
                  <Badge color={answered ? 'green' : 'gray'} variant="light" tt="none">
                    {t(answered ? 'directory.answered' : 'directory.unanswered')}
                  </Badge>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      )}
    </Section>
  );
};
