import { Anchor, Badge, Group, List, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { daysBetween, toLocalDay } from '@shared/kernel/date.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { type Output, useQueryCall } from '../../lib/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Section } from '../../ui/Section.tsx';
import { isLate } from './reminders.ts';

export interface WaitingListProps {
  readonly waiting: Output<'overview.home'>['waiting'];
  readonly today: string;
}

/** Records of guidance that ask for the holder's signature. */
const useUnsigned = () => (useQueryCall('guidance.list', {}).data ?? []).filter(({ waitingForMe }) => waitingForMe > 0);

/** An entry as wide as its list, so that all badges stand in one line at the right. */
const wide = { itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } };

/** "Menunggu Anda": files in which the holder may do what is due, and records that wait for a signature. */
export const WaitingList = ({ waiting, today }: WaitingListProps) => {
  const { t } = useTranslation();
  const { shortDate } = useFormat();
  const go = useGo();
  const settings = useQueryCall('settings.get', {}).data;
  const unsigned = useUnsigned();
  return (
    <Section title={t('home.waiting')}>
      {waiting.length + unsigned.length === 0 && <EmptyState text={t('home.waitingEmpty')} />}
      <List listStyleType="none" spacing="xs">
        {waiting.map(({ caseId, employeeName, due, copiesOf, since }) => {
          const days = daysBetween(toLocalDay(since), today);
          return (
            <List.Item key={`${caseId} ${due} ${since}`} styles={wide}>
              <Group gap="xs" justify="space-between" align="flex-start" wrap="nowrap">
                <div>
                  <Anchor component="button" type="button" onClick={() => go(placeOf('case', { caseId }))}>
                    {employeeName}
                  </Anchor>
                  <Text size="sm" c="dimmed">
                    {t([`actsDue.${due}`, `acts.${due}`])}
                    {copiesOf.length > 0 && `: ${copiesOf.map((of) => t(`acts.${of}`)).join('; ')}`} ·{' '}
                    {t('home.waitingSince', { date: shortDate(since) })}
                  </Text>
                </div>
                {isLate(due, days, settings) && (
                  <Badge color="amber" variant="light" tt="none" style={{ flexShrink: 0 }}>
                    {t('home.late', { days })}
                  </Badge>
                )}
              </Group>
            </List.Item>
          );
        })}
        {unsigned.map(({ guidanceId, topic }) => (
          <List.Item key={guidanceId}>
            <Anchor
              component="button"
              type="button"
              ta="start"
              onClick={() => go(placeOf('guidanceFile', { guidanceId }))}
            >
              {t('guidance.waitsForSignature', { topic })}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Section>
  );
};
