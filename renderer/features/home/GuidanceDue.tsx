import { Anchor, List, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { useQueryCall } from '../../lib/query.ts';
import { Section } from '../../ui/Section.tsx';

/** What is due of guidance; nothing when nothing is. */
export const GuidanceDue = () => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const go = useGo();
  const due = useQueryCall('guidance.reminders', { today: today() }).data ?? [];
  if (due.length === 0) return null;
  return (
    <Section title={t('guidance.nav')}>
      <List listStyleType="none" spacing="xs">
        {due.slice(0, 8).map(({ guidanceId, kind, date, label, topic }, index) => (
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
