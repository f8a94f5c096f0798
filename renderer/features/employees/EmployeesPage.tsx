import { Button, Group, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { maxSearch } from '@shared/contract/fields.ts';
import type { Person } from '@shared/domain/identity/person.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useQueryCall } from '../../lib/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { PaperDialog, type PreparedPaper } from '../../ui/PaperDialog.tsx';
import { RuleHint } from '../../ui/RuleHint.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmployeeDialog } from './EmployeeDialog.tsx';
import { EmployeeTable } from './EmployeeTable.tsx';

/** The register of people whom forms can name. */
export const EmployeesPage = () => {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [includeArchived, setIncludeArchived] = useState(false);
  const [edited, setEdited] = useState<Person | 'new' | null>(null);
  const held = useCommand('retention.preparePerson');
  const [telling, setTelling] = useState<string | null>(null);
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const [settled] = useDebouncedValue(search, 120);
  const people = useQueryCall('persons.list', { search: settled, includeArchived }, { keepPrevious: true });
  const tell = async ({ personId, name }: Person): Promise<void> => {
    setTelling(personId);
    const made = await held.run({ personId });
    setTelling(null);
    if (made.ok) setPrepared({ viewId: made.value.viewId, title: t('employees.heldOf', { name }) });
  };
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
        {held.error !== null && <ErrorNotice error={held.error} />}
        {people.data !== undefined && people.data.length > 0 && <RuleHint>{t('employees.heldRule')}</RuleHint>}
        {people.data?.length === 0 && <EmptyState text={t('employees.empty')} />}
        {people.data !== undefined && people.data.length > 0 && (
          <EmployeeTable
            people={people.data}
            onEdit={setEdited}
            onTell={(person) => void tell(person)}
            telling={telling}
          />
        )}
      </Section>
      {edited !== null && <EmployeeDialog person={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </Page>
  );
};
