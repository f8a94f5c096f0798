import { Anchor, List, Text } from '@mantine/core';
import type { SessionEntry } from '@shared/contract/overview.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { Section } from '../../ui/Section.tsx';

export interface SessionListProps {
  readonly today: readonly SessionEntry[];
  readonly upcoming: readonly SessionEntry[];
}

/** Sessions of today and the next ones. */
export const SessionList = ({ today, upcoming }: SessionListProps) => {
  const { t } = useTranslation();
  return (
    <Section title={t('home.today')}>
      {today.length === 0 && (
        <Text c="dimmed" my="sm">
          {t('home.todayEmpty')}
        </Text>
      )}
      <Sessions sessions={today} />
      {upcoming.length > 0 && (
        <Section title={t('home.upcoming')} order={3} plain>
          <Sessions sessions={upcoming} />
        </Section>
      )}
    </Section>
  );
};

const Sessions = ({ sessions }: { readonly sessions: readonly SessionEntry[] }) => {
  const { shortDate, zonedTime } = useFormat();
  const go = useGo();
  if (sessions.length === 0) return null;
  return (
    <List listStyleType="none" spacing="xs">
      {sessions.map((session) => (
        <List.Item key={session.hash}>
          <Anchor component="button" type="button" onClick={() => go(placeOf('case', { caseId: session.caseId }))}>
            {session.employeeName}
          </Anchor>
          <Text size="sm" c="dimmed">
            {shortDate(session.date)} {zonedTime(session)} · {session.place}
          </Text>
        </List.Item>
      ))}
    </List>
  );
};
