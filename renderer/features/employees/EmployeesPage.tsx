import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { maxSearch } from '@shared/contract/fields.ts';
import type { Person } from '@shared/domain/identity/person.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../lib/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmployeeDialog } from './EmployeeDialog.tsx';
import { EmployeeTable } from './EmployeeTable.tsx';

/** The register of people whom forms can name. */
export const EmployeesPage = () => {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [includeArchived, setIncludeArchived] = useState(false);
  const [edited, setEdited] = useState<Person | 'new' | null>(null);
  const [settled] = useDebouncedValue(search, 120);
  const people = useQueryCall('persons.list', { search: settled, includeArchived }, { keepPrevious: true });
  return (
    <Page
      title={t('employees.title')}
      intro={t('employees.intro')}
      actions={<Button onClick={() => setEdited('new')}>{t('employees.add')}</Button>}
    >
      <Section title={t('employees.title')} plain>
        <Group mb="sm" align="flex-end">
          <TextInput
            label={t('employees.search')}
            value={search}
            maxLength={maxSearch}
            onChange={(event) => setSearch(event.currentTarget.value)}
            miw={340}
          />
          <Switch
            label={t('employees.showArchived')}
            checked={includeArchived}
            onChange={(event) => setIncludeArchived(event.currentTarget.checked)}
            mb={8}
          />
        </Group>
        {people.error && <ErrorNotice error={people.error} onRetry={() => void people.refetch()} />}
        {people.data?.length === 0 && <EmptyState text={t('employees.empty')} />}
        {people.data !== undefined && people.data.length > 0 && (
          <EmployeeTable people={people.data} onEdit={setEdited} />
        )}
      </Section>
      {edited !== null && <EmployeeDialog person={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
};
