import { Button, Loader, TextInput } from '@mantine/core';
import { maxSearch } from '@shared/contract/fields.ts';
import type { DirectoryMember } from '@shared/contract/identity.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../../lib/query.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { MembersTable } from './MembersTable.tsx';
import { findMembers, type MemberKey } from './member-search.ts';
import { RevokeDialog } from './RevokeDialog.tsx';
import { RolesDialog } from './RolesDialog.tsx';

/** Rows that are shown at once. */
const pageLength = 50;

type Asked =
  | { readonly what: 'roles'; readonly member: DirectoryMember }
  | { readonly what: 'revoke'; readonly member: DirectoryMember; readonly memberKey: MemberKey }
  | null;

/** Everyone whom the directory certifies; the publisher changes roles and revokes keys here. */
export const MembersPart = ({ publishes }: { readonly publishes: boolean }) => {
  const { t } = useTranslation();
  const members = useQueryCall('directory.members', {});
  const [search, setSearch] = useState('');
  const [rows, setRows] = useState(pageLength);
  const [asked, setAsked] = useState<Asked>(null);
  const found = findMembers(members.data ?? [], search);
  const close = (): void => setAsked(null);
  return (
    <Section title={t('directory.members')}>
      {members.error && <ErrorNotice error={members.error} onRetry={() => void members.refetch()} />}
      {members.data === undefined && members.error === null && <Loader aria-label={t('common.loading')} />}
      <TextInput
        label={t('directory.search')}
        value={search}
        maxLength={maxSearch}
        maw={340}
        mb="sm"
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {members.data !== undefined && found.length === 0 && <EmptyState text={t('common.nothingFound')} />}
      {found.length > 0 && (
        <MembersTable
          members={found.slice(0, rows)}
          onRoles={publishes ? (member) => setAsked({ what: 'roles', member }) : null}
          onRevoke={publishes ? (member, memberKey) => setAsked({ what: 'revoke', member, memberKey }) : null}
        />
      )}
      {found.length > rows && (
        <Button variant="subtle" onClick={() => setRows(rows + pageLength)}>
          {t('directory.showMore', { number: found.length - rows })}
        </Button>
      )}
      {asked?.what === 'roles' && <RolesDialog member={asked.member} onClose={close} />}
      {asked?.what === 'revoke' && <RevokeDialog member={asked.member} memberKey={asked.memberKey} onClose={close} />}
    </Section>
  );
};
