import { Anchor, Badge, Group, Loader, Switch, Table, Text } from '@mantine/core';
import { isToDo } from '@shared/domain/case/follow-ups.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useFollowUpNames } from '../../../lib/follow-up-names.ts';
import { today, useFormat } from '../../../lib/format.ts';
import { useGo, usePath } from '../../../lib/navigation.ts';
import { usePlace } from '../../../lib/place.ts';
import { type Output, useQueryCall } from '../../../lib/query.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useCaseTexts } from '../texts.ts';

type FollowUp = Output<'overview.followUps'>[number];

const columns = ['dueDate', 'kind', 'personInCharge', 'employee', 'standing'] as const;

const DueDate = ({ followUp }: { readonly followUp: FollowUp }) => {
  const { t } = useCaseTexts();
  const { date } = useFormat();
  const { dueDate } = followUp;
  if (dueDate === '')
    return (
      <Text span c="dimmed">
        {t('cases.followUps.noDate')}
      </Text>
    );
  return (
    <Group gap="xs" wrap="nowrap">
      {date(dueDate)}
      {isToDo(followUp) && dueDate < today() && (
        <Badge color="amber" variant="light" tt="none">
          {t('cases.followUps.late')}
        </Badge>
      )}
    </Group>
  );
};

const FollowUpTable = ({ followUps }: { readonly followUps: readonly FollowUp[] }) => {
  const { t } = useCaseTexts();
  const { nameOf } = useFollowUpNames();
  const go = useGo();
  return (
    <DataTable striped aria-label={t('cases.followUps.title')}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col">
              {t(`cases.followUps.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {followUps.map((followUp) => {
          const { caseId, employeeName, item, kind, personInCharge, standing } = followUp;
          return (
            <Table.Tr key={`${caseId} ${item}`}>
              <Table.Td>
                <DueDate followUp={followUp} />
              </Table.Td>
              <Table.Td>{kind === null ? t('cases.followUps.notHere', { number: item + 1 }) : nameOf(kind)}</Table.Td>
              <Table.Td>{personInCharge}</Table.Td>
              <Table.Td>
                <Anchor component="button" type="button" ta="start" onClick={() => go(placeOf('case', { caseId }))}>
                  {employeeName}
                </Anchor>
              </Table.Td>
              <Table.Td>{t(`cases.followUps.standing.${standing}`)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </DataTable>
  );
};

/** Register of follow-ups: what was decided, who does it by when and how it stands; nothing of the counselling. */
export const FollowUpsPage = () => {
  const { t } = useCaseTexts();
  const { number } = useFormat();
  const go = useGo();
  const [place, setPlace] = usePlace(usePath(), { all: false });
  const list = useQueryCall('overview.followUps', {});
  const followUps = list.data ?? [];
  const shown = place.all ? followUps : followUps.filter(isToDo);
  return (
    <Page
      title={t('cases.followUps.title')}
      intro={t('cases.followUps.intro')}
      crumbs={[{ label: t('cases.list.title'), onClick: () => go(placeOf('cases')) }]}
    >
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data === undefined && list.error === null && <Loader aria-label={t('common.loading')} />}
      {list.data !== undefined && (
        <>
          <Group justify="space-between" mb="xs">
            <Text size="sm" c="dimmed" role="status">
              {t('cases.followUps.count', { shown: number(shown.length), total: number(followUps.length) })}
            </Text>
            <Switch
              label={t('cases.followUps.all')}
              checked={place.all}
              onChange={(event) => setPlace({ all: event.currentTarget.checked })}
            />
          </Group>
          {shown.length === 0 ? <EmptyState text={t('cases.followUps.empty')} /> : <FollowUpTable followUps={shown} />}
        </>
      )}
    </Page>
  );
};
