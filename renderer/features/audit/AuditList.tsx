import { Button, Group, Text, Title } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { toLocalDay } from '@shared/kernel/date.ts';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { AuditRow } from './AuditRow.tsx';
import type { AuditEntry, AuditPages } from './use-audit-pages.ts';
import './audit.css';

/** Entries by day, in their order: a clock that was set back begins the day again. */
const byDay = (entries: readonly AuditEntry[]): { readonly day: string; readonly entries: AuditEntry[] }[] => {
  const days: { day: string; entries: AuditEntry[] }[] = [];
  for (const entry of entries) {
    const day = toLocalDay(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
};

export interface AuditListProps extends AuditPages {
  readonly entries: readonly AuditEntry[];
}

/** The trail, the latest day first; older entries come as the end of the list comes into sight. */
export const AuditList = ({ entries, more, loading, loadMore }: AuditListProps) => {
  const { t } = useTranslation();
  const { weekday } = useFormat();
  const { ref, entry: end } = useIntersection({ rootMargin: '600px' });
  const inSight = end?.isIntersecting === true;
  useEffect(() => {
    if (inSight && more && !loading) loadMore();
  }, [inSight, more, loading, loadMore]);
  return (
    <>
      {byDay(entries).map(({ day, entries: ofDay }) => (
        <section key={ofDay[0]?.seq} className="audit-day" aria-label={weekday(day)}>
          <Title order={2} fz="md" mb={4}>
            {weekday(day)}
          </Title>
          <ol className="audit-list">
            {ofDay.map((entry) => (
              <AuditRow key={entry.seq} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      <Group ref={ref} justify="center" py="md">
        {more ? (
          <Button variant="default" loading={loading} onClick={loadMore}>
            {t('auditTrail.more')}
          </Button>
        ) : (
          <Text size="sm" c="dimmed">
            {t('auditTrail.end')}
          </Text>
        )}
      </Group>
    </>
  );
};
