import { Badge, Button, Group, List, Table, Text } from '@mantine/core';
import type { DirectoryMember } from '@shared/contract/identity.ts';
import { isWorseReason } from '@shared/domain/identity/directory.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Revealed } from '../Revealed.tsx';
import { activeKey, type MemberKey } from './member-search.ts';

type Revoke = ((member: DirectoryMember, key: MemberKey) => void) | null;

export interface MembersTableProps {
  readonly members: readonly DirectoryMember[];
  /** Null where this vault does not publish the directory. */
  readonly onRoles: ((member: DirectoryMember) => void) | null;
  /** Revokes a key, or says of one that no longer counts that others may have it; null as above. */
  readonly onRevoke: Revoke;
}

/** Roles with their times; those that do not hold today are dimmed. */
const Roles = ({ member }: { readonly member: DirectoryMember }) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const spanText = (from: string, to: string | null): string =>
    to === null
      ? t('directory.since', { from: shortDate(from) })
      : t('directory.span', { from: shortDate(from), to: shortDate(to) });
  return (
    <List listStyleType="none" size="md">
      {member.roles.map(({ role, from, to }) => (
        <List.Item key={`${role} ${from}`}>
          {t(`roles.${role}`)}{' '}
          <Text span size="sm" c="dimmed">
            {spanText(from, to)}
          </Text>
        </List.Item>
      ))}
    </List>
  );
};

/** Keys of a person: whether one counts, fingerprints on demand. */
const Keys = ({ member, onRevoke }: { readonly member: DirectoryMember; readonly onRevoke: Revoke }) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  return (
    <>
      {activeKey(member) === undefined && (
        <Badge color="amber" variant="light" tt="none">
          {t('directory.noKey')}
        </Badge>
      )}
      <Revealed label={t('directory.keyDetails')} of={member.person.name}>
        <List size="sm" listStyleType="none" spacing={4}>
          {member.keys.map((one) => (
            <List.Item key={one.key}>
              {t('directory.fingerprint', { fingerprint: one.keyFingerprint })}
              <br />
              {t('directory.since', { from: shortDate(one.from) })}
              {one.revoked !== null &&
                ` · ${t('directory.revokedAt', { date: shortDate(one.revoked.at), reason: t(`directory.reason.${one.revoked.reason}`) })}`}
              {onRevoke !== null && one.revoked !== null && isWorseReason('compromised', one.revoked.reason) && (
                <>
                  <br />
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    aria-label={t('directory.compromisedOf', {
                      name: member.person.name,
                      fingerprint: one.keyFingerprint,
                    })}
                    onClick={() => onRevoke(member, one)}
                  >
                    {t('directory.compromised')}
                  </Button>
                </>
              )}
            </List.Item>
          ))}
        </List>
      </Revealed>
    </>
  );
};

/** Members of the directory; of a NIP never more than the last three digits. */
export const MembersTable = ({ members, onRoles, onRevoke }: MembersTableProps) => {
  const { t } = useTranslation();
  const columns = ['name', 'position', 'roles', 'key', ...(onRoles === null ? [] : ['actions'])];
  return (
    <DataTable verticalSpacing="xs" aria-label={t('directory.members')}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col">
              {t(`directory.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map((member) => {
          const current = activeKey(member);
          return (
            <Table.Tr key={member.entryId}>
              <Table.Th scope="row" fw={500} style={{ verticalAlign: 'top' }}>
                {member.person.name}{' '}
                {member.self && (
                  <Badge variant="light" tt="none">
                    {t('directory.self')}
                  </Badge>
                )}
                {member.person.nipTail !== '' && (
                  <Text size="sm" c="dimmed">
                    {t('directory.nipTail', { digits: member.person.nipTail })}
                  </Text>
                )}
              </Table.Th>
              <Table.Td valign="top">
                {member.person.position}
                <Text size="sm" c="dimmed">
                  {member.person.unit}
                </Text>
              </Table.Td>
              <Table.Td valign="top">
                <Roles member={member} />
              </Table.Td>
              <Table.Td valign="top">
                <Keys member={member} onRevoke={onRevoke} />
              </Table.Td>
              {onRoles !== null && onRevoke !== null && (
                <Table.Td valign="top">
                  <Group gap={4}>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t('directory.changeRolesOf', { name: member.person.name })}
                      onClick={() => onRoles(member)}
                    >
                      {t('directory.changeRoles')}
                    </Button>
                    {!member.self && current !== undefined && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="gray"
                        aria-label={t('directory.revokeOf', { name: member.person.name })}
                        onClick={() => onRevoke(member, current)}
                      >
                        {t('directory.revoke')}
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              )}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </DataTable>
  );
};
