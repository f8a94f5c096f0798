import { Badge, Box, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconEye } from '@tabler/icons-react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';

/** Salinan untuk Pegawai: copies that an employee received, to look at and to acknowledge. */
export const CopiesPart = () => {
  const { t } = useExchangeTexts();
  const { date, moment } = useFormat();
  const go = useGo();
  const copies = useQueryCall('exchange.copies', {});
  return (
    <Section title={t('exchange.copies')} intro={t('exchange.copiesIntro')}>
      {copies.error && <ErrorNotice error={copies.error} onRetry={() => void copies.refetch()} />}
      {copies.data === undefined && copies.error === null && <Loader aria-label={t('common.loading')} />}
      {copies.data?.length === 0 && <EmptyState text={t('exchange.copiesEmpty')} />}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {copies.data?.map((copy) => (
          <Box component="li" key={copy.hash}>
            <Group justify="space-between" gap="sm">
              <div>
                <Text fw={500}>{t('exchange.copyFrom', { name: copy.releasedBy, date: date(copy.date) })}</Text>
                {copy.acknowledgedAt === null ? (
                  <Badge color="amber" variant="light" tt="none">
                    {t('exchange.notAcknowledged')}
                  </Badge>
                ) : (
                  <Text size="sm" c="dimmed">
                    {t('exchange.acknowledgedAt', { when: moment(copy.acknowledgedAt) })}
                  </Text>
                )}
                {copy.answerable && (
                  <Text size="sm" c="dimmed">
                    {copy.answeredAt === null
                      ? t('exchange.notAnswered')
                      : t('exchange.answeredAt', { when: moment(copy.answeredAt) })}
                  </Text>
                )}
              </div>
              <Button
                size="compact-md"
                variant="light"
                leftSection={<IconEye size={16} aria-hidden />}
                aria-label={t('exchange.openCopyNamed', { name: copy.releasedBy, date: date(copy.date) })}
                onClick={() => go(placeOf('copy', { hash: copy.hash }))}
              >
                {t('exchange.openCopy')}
              </Button>
            </Group>
          </Box>
        ))}
      </Stack>
    </Section>
  );
};
