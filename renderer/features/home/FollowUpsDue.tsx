import { Anchor, Badge, Button, Group, List, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useFollowUpNames } from '../../lib/follow-up-names.ts';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { type Output, useQueryCall } from '../../lib/query.ts';
import { Section } from '../../ui/Section.tsx';
import { dueSoon } from './reminders.ts';

export interface FollowUpsDueProps {
  readonly followUps: Output<'overview.home'>['followUps'];
  readonly today: string;
}

/** Follow-ups that are due within the days of the reminders, and the way to all of them; nothing while none is. */
export const FollowUpsDue = ({ followUps, today }: FollowUpsDueProps) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const { nameOf } = useFollowUpNames();
  const go = useGo();
  const due = dueSoon(followUps, today, useQueryCall('settings.get', {}).data);
  if (due.length === 0) return null;
  return (
    <Section title={t('home.followUps')}>
      <List listStyleType="none" spacing="xs" mb="xs">
        {due.map(({ caseId, item, kind, employeeName, personInCharge, dueDate }) => (
          <List.Item key={`${caseId} ${item}`}>
            <Group gap="xs" wrap="nowrap">
              <Anchor component="button" type="button" ta="start" onClick={() => go(placeOf('case', { caseId }))}>
                {nameOf(kind ?? '')}: {employeeName}
              </Anchor>
              {dueDate < today && (
                <Badge color="amber" variant="light" tt="none" style={{ flexShrink: 0 }}>
                  {t('home.followUpLate')}
                </Badge>
              )}
            </Group>
            <Text size="sm" c="dimmed">
              {shortDate(dueDate)} · {personInCharge}
            </Text>
          </List.Item>
        ))}
      </List>
      <Button size="compact-sm" variant="subtle" onClick={() => go(placeOf('followUps'))}>
        {t('home.followUpsAll')}
      </Button>
    </Section>
  );
};
