import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core';
import { clashingPairs } from '@shared/domain/guidance/calendar.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconCalendarDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { MonthGrid } from '../../../ui/MonthGrid.tsx';
import { monthDays, shiftMonth } from '../../../ui/month-days.ts';
import { useNotice } from '../../../ui/notice.ts';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { type AnySession, useAllSessions } from '../use-all-sessions.ts';

const DayEntries = ({ sessions }: { readonly sessions: readonly AnySession[] }) => {
  const { t } = useTranslation();
  const { zonedTime } = useFormat();
  const go = useGo();
  return sessions.map(({ id, label, startTime, zone, page, state }) => (
    <Anchor key={id} component="button" type="button" size="xs" ta="start" display="block" onClick={() => go(page)}>
      {startTime === '' ? '' : `${zonedTime({ startTime, zone })} `}
      {label}
      {state === 'planned' ? '' : ` (${t(`guidance.sessionState.${state}`)})`}
    </Anchor>
  ));
};

/** What is due by today and in the week after it. */
const Reminders = () => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const go = useGo();
  const due = useQueryCall('guidance.reminders', { today: today() }).data ?? [];
  return (
    <Section title={t('guidance.reminders')}>
      {due.length === 0 && <Text c="dimmed">{t('guidance.remindersEmpty')}</Text>}
      <List spacing={4} listStyleType="none">
        {due.map(({ guidanceId, kind, date, label, topic }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be due twice
          <List.Item key={index}>
            <Anchor
              component="button"
              type="button"
              ta="start"
              onClick={() => go(placeOf('guidanceFile', { guidanceId }))}
            >
              {t(`guidance.reminder.${kind}`)}: {label}, {topic}
            </Anchor>{' '}
            <Text span size="sm" c="dimmed">
              {shortDate(date)}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
};

/** Calendar of coaching, mentoring and counselling sessions, with what lies over each other and what is due. */
export const CalendarPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const notice = useNotice();
  const { month: monthText, shortDate, zonedTime } = useFormat();
  const [month, setMonth] = useState(today().slice(0, 7));
  const days = monthDays(month).flat();
  const sessions = useAllSessions(days[0] ?? '', days.at(-1) ?? '');
  const found = clashingPairs(sessions.filter(({ state }) => state === 'planned'));
  const save = useCommand('guidance.exportCalendar');
  const exportIt = async (): Promise<void> => {
    const answer = await save.run({ guidanceId: null });
    if (answer.ok && answer.value.saved) notice(t('guidance.calendar.exported', { number: answer.value.count }));
  };
  return (
    <Page
      title={t('guidance.calendar.title')}
      intro={t('guidance.calendar.intro')}
      crumbs={[{ label: t('guidance.title'), onClick: () => go(placeOf('guidance')) }]}
      actions={
        <Button
          variant="default"
          leftSection={<IconCalendarDown size={16} aria-hidden />}
          loading={save.busy}
          onClick={() => void exportIt()}
        >
          {t('guidance.calendar.export')}
        </Button>
      }
    >
      {save.error !== null && <ErrorNotice error={save.error} />}
      {found.length > 0 && (
        <Alert color="amber" variant="light" mb="md" role="status" title={t('guidance.clash')}>
          <List size="sm">
            {found.map(([a, b]) => (
              <List.Item key={`${a.id} ${b.id}`}>
                {shortDate(a.date)}: {zonedTime(a)} {a.label} – {zonedTime(b)} {b.label}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Section
        title={monthText(`${month}-01`)}
        actions={
          <Group gap="xs">
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconChevronLeft size={15} aria-hidden />}
              onClick={() => setMonth(shiftMonth(month, -1))}
            >
              {t('guidance.calendar.before')}
            </Button>
            <Button
              size="compact-md"
              variant="default"
              rightSection={<IconChevronRight size={15} aria-hidden />}
              onClick={() => setMonth(shiftMonth(month, 1))}
            >
              {t('guidance.calendar.after')}
            </Button>
          </Group>
        }
      >
        <MonthGrid
          month={month}
          today={today()}
          renderDay={(day) => <DayEntries sessions={sessions.filter(({ date }) => date === day)} />}
        />
      </Section>
      <Reminders />
    </Page>
  );
};
