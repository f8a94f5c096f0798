import { Button, Group, Table, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconMailForward } from '@tabler/icons-react';
import { deliveryState } from '../../../lib/delivery-state.ts';
import { useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useCaseTexts } from '../texts.ts';
import { type CaseDelivery, caseDeliveries } from './case-deliveries.ts';

const State = ({ delivery }: { readonly delivery: CaseDelivery }) => {
  const { t } = useCaseTexts();
  const { moment } = useFormat();
  const { due, latest } = delivery;
  return (
    <>
      {latest !== undefined && (
        <Text size="md">
          {t(`exchange.state.${deliveryState(latest)}`, { when: moment(latest.receivedAt ?? latest.at) })}
        </Text>
      )}
      {due > 0 && <Text size="md">{t('exchange.dueCount', { count: due })}</Text>}
    </>
  );
};

/** For each receiver of a file with a vault: what was sent and confirmed, what is ready; leads to Kirim. */
export const CaseDeliveries = ({ caseId }: { readonly caseId: string }) => {
  const { t, roleNames } = useCaseTexts();
  const go = useGo();
  const outbox = useQueryCall('exchange.outbox', { caseId });
  const journal = useQueryCall('exchange.journal', {});
  const found = outbox.data?.cases.find((it) => it.caseId === caseId);
  const deliveries = caseDeliveries(found, journal.data?.entries ?? [], caseId);
  const open = (found?.unresolved.length ?? 0) > 0;
  const failure = outbox.error ?? journal.error;
  if (failure !== null) {
    const retry = (): void => void Promise.all([outbox.refetch(), journal.refetch()]);
    return (
      <Section title={t('exchange.deliveries')}>
        <ErrorNotice error={failure} onRetry={retry} />
      </Section>
    );
  }
  if (deliveries.length === 0 && !open) return null;
  return (
    <Section
      title={t('exchange.deliveries')}
      actions={
        <Button
          size="compact-md"
          variant="light"
          leftSection={<IconMailForward size={16} aria-hidden />}
          onClick={() => go(placeOf('send', { caseId }))}
        >
          {t('exchange.lookAndSend')}
        </Button>
      }
    >
      {deliveries.length > 0 && (
        <DataTable verticalSpacing="xs" aria-label={t('exchange.deliveries')}>
          <Table.Tbody>
            {deliveries.map((delivery) => (
              <Table.Tr key={delivery.entryId}>
                <Table.Th scope="row" fw={500}>
                  {delivery.name}
                  <Text size="sm" c="dimmed">
                    {roleNames(delivery.roles)}
                  </Text>
                </Table.Th>
                <Table.Td>
                  <State delivery={delivery} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      )}
      {open && (
        <Group mt="xs">
          <Text size="sm">{t('exchange.deliveriesOpen')}</Text>
        </Group>
      )}
    </Section>
  );
};
