import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import type { JournalEntry } from '@shared/contract/exchange-journal.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconArrowDownLeft, IconArrowUpRight } from '@tabler/icons-react';
import { deliveryState } from '../../../lib/delivery-state.ts';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useFormat } from '../../../lib/format.ts';
import { useKnownCases } from '../../../lib/known-cases.ts';
import { useGo } from '../../../lib/navigation.ts';
import { DataTable } from '../../../ui/DataTable.tsx';

const columns = ['direction', 'peer', 'about', 'when', 'state'] as const;

/** How it stands with one package, and the way to seal it again. */
const State = ({ entry }: { readonly entry: JournalEntry }) => {
  const { t, peerName } = useExchangeTexts();
  const { moment } = useFormat();
  const go = useGo();
  const state = deliveryState(entry);
  const { caseId } = entry;
  const { entryId } = entry.peer;
  return (
    <Group gap="xs">
      <Text size="md">{t(`exchange.state.${state}`, { when: moment(entry.receivedAt ?? entry.at) })}</Text>
      {state === 'waiting' && caseId !== null && entryId !== null && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('exchange.sealAgainFor', { name: peerName(entry.peer), when: moment(entry.at) })}
          onClick={() => go(placeOf('sendAgain', { caseId, entryId }))}
        >
          {t('exchange.sealAgain')}
        </Button>
      )}
    </Group>
  );
};

/** Packages sent and received, the latest first. */
export const JournalTable = ({ entries }: { readonly entries: readonly JournalEntry[] }) => {
  const { t, peerName, amount } = useExchangeTexts();
  const isKnown = useKnownCases();
  const { moment } = useFormat();
  const go = useGo();
  return (
    <DataTable verticalSpacing="xs" aria-label={t('exchange.history')}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Table.Th key={column} scope="col">
              {t(`exchange.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => {
          const { caseId } = entry;
          const Arrow = entry.direction === 'out' ? IconArrowUpRight : IconArrowDownLeft;
          return (
            <Table.Tr key={`${entry.direction}-${entry.packageId}`}>
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <Arrow size={16} aria-hidden />
                  {t(`exchange.direction.${entry.direction}`)}
                </Group>
              </Table.Td>
              <Table.Td>{peerName(entry.peer)}</Table.Td>
              <Table.Td>
                {!isKnown(caseId) ? (
                  t(`exchange.kind.${entry.kind}`)
                ) : (
                  <>
                    <Anchor component="button" type="button" ta="left" onClick={() => go(placeOf('case', { caseId }))}>
                      {entry.employeeName}
                    </Anchor>
                    <Text size="sm" c="dimmed">
                      {[
                        ...(entry.kind === 'acts' ? [] : [t(`exchange.kind.${entry.kind}`)]),
                        ...(entry.acts > 0 ? [amount(entry.acts, 0, 0)] : []),
                      ].join(' · ')}
                    </Text>
                  </>
                )}
              </Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{moment(entry.at)}</Table.Td>
              <Table.Td>
                <State entry={entry} />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </DataTable>
  );
};
