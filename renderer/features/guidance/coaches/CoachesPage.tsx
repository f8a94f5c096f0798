import { Badge, Button, Group, Loader, Switch, Table, Text } from '@mantine/core';
import { coachGaps } from '@shared/domain/guidance/coach.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { CoachDialog } from './CoachDialog.tsx';
import type { ListedCoach } from './listed-coach.ts';
import { PlanTraining } from './PlanTraining.tsx';

const columns = ['name', 'kinds', 'qualification', 'topics', 'training', 'gaps', 'actions'] as const;

const CoachRow = ({ coach, onEdit }: { readonly coach: ListedCoach; readonly onEdit: () => void }) => {
  const { t } = useTranslation();
  const { person, kinds, qualification, topics, training, archived } = coach;
  const gaps = coachGaps(coach);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {person.name}
        {archived && (
          <Badge ml={6} tt="none" variant="light" color="gray">
            {t('employees.archived')}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {person.unit}
        </Text>
      </Table.Th>
      <Table.Td>{kinds.map((kind) => t(`guidance.kind.${kind}`)).join(', ')}</Table.Td>
      <Table.Td>{qualification || '–'}</Table.Td>
      <Table.Td>{topics.join(', ') || '–'}</Table.Td>
      <Table.Td>{training.map(({ title }) => title).join(', ') || '–'}</Table.Td>
      <Table.Td>
        {gaps.length === 0
          ? t('guidance.coaches.complete')
          : gaps.map((gap) => t(`guidance.coachGap.${gap}`)).join('; ')}
      </Table.Td>
      <Table.Td>
        <PlanTraining coach={coach} />
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('guidance.coaches.editNamed', { name: person.name })}
          onClick={onEdit}
        >
          {t('guidance.coaches.edit')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
};

/** Register of coaches and mentors: whom one may ask, for what, and where training is due. */
export const CoachesPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const [includeArchived, setIncludeArchived] = useState(false);
  const [edited, setEdited] = useState<ListedCoach | 'new' | null>(null);
  const listed = useQueryCall('guidance.coaches', { includeArchived }, { keepPrevious: true });
  return (
    <Page
      title={t('guidance.coaches.title')}
      intro={t('guidance.coaches.intro')}
      crumbs={[{ label: t('guidance.title'), onClick: () => go(placeOf('guidance')) }]}
      actions={<Button onClick={() => setEdited('new')}>{t('guidance.coaches.add')}</Button>}
    >
      {listed.error && <ErrorNotice error={listed.error} />}
      {listed.data === undefined && !listed.error && <Loader aria-label={t('common.loading')} />}
      <Section title={t('guidance.coaches.title')} plain>
        <Group mb="sm">
          <Switch
            label={t('employees.showArchived')}
            checked={includeArchived}
            onChange={(event) => setIncludeArchived(event.currentTarget.checked)}
          />
        </Group>
        {listed.data?.length === 0 && <EmptyState text={t('guidance.coaches.empty')} />}
        {listed.data !== undefined && listed.data.length > 0 && (
          <DataTable striped aria-label={t('guidance.coaches.title')}>
            <Table.Thead>
              <Table.Tr>
                {columns.map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`guidance.coaches.column.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {listed.data.map((coach) => (
                <CoachRow key={coach.coachId} coach={coach} onEdit={() => setEdited(coach)} />
              ))}
            </Table.Tbody>
          </DataTable>
        )}
      </Section>
      {edited !== null && <CoachDialog coach={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  );
};
