import { Badge, Button, Group, Table, UnstyledButton } from '@mantine/core';
import { maskNip } from '@shared/domain/identity/nip.ts';
import type { Person } from '@shared/domain/identity/person.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Output, useCommand } from '../../lib/query.ts';
import { DataTable } from '../../ui/DataTable.tsx';

type Entry = Output<'persons.list'>[number];

export interface EmployeeTableProps {
  readonly people: readonly Entry[];
  readonly onEdit: (person: Person) => void;
  /** Asks for the paper of what is kept about somebody. */
  readonly onTell: (person: Person) => void;
  /** Whose paper is being made. */
  readonly telling: string | null;
}

const columns = ['name', 'nip', 'rank', 'position', 'unit', 'cases', 'actions'] as const;

/** People with masked numbers; a click shows one. */
export const EmployeeTable = ({ people, ...does }: EmployeeTableProps) => {
  const { t } = useTranslation();
  return (
    <DataTable striped stickyHeader>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col">
              {t(`employees.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {people.map((entry) => (
          <EmployeeRow key={entry.personId} entry={entry} {...does} />
        ))}
      </Table.Tbody>
    </DataTable>
  );
};

type RowProps = Omit<EmployeeTableProps, 'people'> & { readonly entry: Entry };

const EmployeeRow = ({ entry, onEdit, onTell, telling }: RowProps) => {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const archive = useCommand('persons.setArchived');
  const { archived, caseCount, ...person } = entry;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {entry.name}{' '}
        {archived && (
          <Badge tt="none" variant="light" color="gray">
            {t('employees.archived')}
          </Badge>
        )}
      </Table.Th>
      <Table.Td>
        {entry.nip !== '' && (
          <UnstyledButton
            aria-label={t('employees.showNip', { name: entry.name })}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? entry.nip : maskNip(entry.nip)}
          </UnstyledButton>
        )}
      </Table.Td>
      <Table.Td>{entry.rank}</Table.Td>
      <Table.Td>{entry.position}</Table.Td>
      <Table.Td>{entry.unit}</Table.Td>
      <Table.Td>{caseCount}</Table.Td>
      <Table.Td>
        <Group gap={4}>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${t('employees.edit')}: ${entry.name}`}
            onClick={() => onEdit(person)}
          >
            {t('employees.edit')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${t('employees.held')}: ${entry.name}`}
            loading={telling === entry.personId}
            disabled={telling !== null}
            onClick={() => onTell(person)}
          >
            {t('employees.held')}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            aria-label={`${t(archived ? 'employees.restore' : 'employees.archive')}: ${entry.name}`}
            loading={archive.busy}
            onClick={() => void archive.run({ personId: entry.personId, archived: !archived })}
          >
            {t(archived ? 'employees.restore' : 'employees.archive')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};
