import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import type { SessionEntry } from '@shared/contract/overview.ts';
import { listsOf } from '@shared/domain/lists/list-choice.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '../../lib/format.ts';
import { useGo, usePath } from '../../lib/navigation.ts';
import { usePlace } from '../../lib/place.ts';
import { useQueryCall } from '../../lib/query.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { MonthGrid } from '../../ui/MonthGrid.tsx';
import { monthSpan, shiftMonth } from '../../ui/month-days.ts';
import { Page } from '../../ui/Page.tsx';
import { Section } from '../../ui/Section.tsx';

/** A month of sessions: as a calendar and as a table. */
export const SchedulePage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const thisMonth = today().slice(0, 7);
  const [month, setMonth] = usePlace(usePath(), thisMonth);
  const answer = useQueryCall('overview.schedule', monthSpan(month), { keepPrevious: true });
  const sessions = answer.data ?? [];
  const go = useGo();
  const roles = useQueryCall('session.get', {}).data?.unlocked?.roles ?? [];
  return (
    <Page
      title={t('schedule.title')}
      actions={
        <Group gap="xs">
          {listsOf(roles).includes('sessionList') && (
            <Button variant="default" onClick={() => go(placeOf('lists'))}>
              {t('lists.title')}
            </Button>
          )}
          <Button variant="default" onClick={() => setMonth(shiftMonth(month, -1))}>
            {t('schedule.previous')}
          </Button>
          <Button variant="default" onClick={() => setMonth(thisMonth)}>
            {t('schedule.thisMonth')}
          </Button>
          <Button variant="default" onClick={() => setMonth(shiftMonth(month, 1))}>
            {t('schedule.next')}
          </Button>
        </Group>
      }
    >
      {answer.error && <ErrorNotice error={answer.error} onRetry={() => void answer.refetch()} />}
      <Section title={format.month(`${month}-01`)}>
        <MonthGrid
          month={month}
          today={today()}
          renderDay={(day) => <DaySessions sessions={sessions.filter(({ date }) => date === day)} />}
        />
      </Section>
      <Section title={t('schedule.list')}>
        {sessions.length === 0 ? <EmptyState text={t('schedule.empty')} /> : <SessionTable sessions={sessions} />}
      </Section>
    </Page>
  );
};

const DaySessions = ({ sessions }: { readonly sessions: readonly SessionEntry[] }) => {
  const { zonedTime } = useFormat();
  const go = useGo();
  return (
    <Stack gap={2}>
      {sessions.map((session) => (
        <Anchor
          key={session.hash}
          component="button"
          type="button"
          size="sm"
          ta="left"
          onClick={() => go(placeOf('case', { caseId: session.caseId }))}
        >
          {zonedTime(session)} {session.employeeName}
        </Anchor>
      ))}
    </Stack>
  );
};

const SessionTable = ({ sessions }: { readonly sessions: readonly SessionEntry[] }) => {
  const { t } = useTranslation();
  const { date, zonedTime } = useFormat();
  const go = useGo();
  return (
    <DataTable striped>
      <Table.Thead>
        <Table.Tr>
          {(['date', 'time', 'employee', 'place', 'state'] as const).map((column) => (
            <Table.Th key={column} scope="col">
              {t(`schedule.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sessions.map((session) => (
          <Table.Tr key={session.hash}>
            <Table.Td>{date(session.date)}</Table.Td>
            <Table.Td>
              {zonedTime(session)}
              <Text size="sm" c="dimmed">
                {t('schedule.minutes', { count: session.minutes })}
              </Text>
            </Table.Td>
            <Table.Td>
              <Anchor component="button" type="button" onClick={() => go(placeOf('case', { caseId: session.caseId }))}>
                {session.employeeName}
              </Anchor>
            </Table.Td>
            <Table.Td>{session.place}</Table.Td>
            <Table.Td>{t(`schedule.state.${session.state}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </DataTable>
  );
};
