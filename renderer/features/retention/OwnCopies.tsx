import { Anchor, Button, Checkbox, Table, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useGo } from '../../lib/navigation.ts';
import { type Output, useCommand } from '../../lib/query.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { useChosen } from './use-chosen.ts';

export interface OwnCopiesProps {
  readonly copies: Output<'exchange.copies'>;
  /** True where the page is about nothing else: then it says that there is none. */
  readonly alone: boolean;
}

/** Copies that were released to the holder as the employee, which the holder alone erases. */
export const OwnCopies = ({ copies, alone }: OwnCopiesProps) => {
  const { t } = useTranslation();
  const { date, moment } = useFormat();
  const go = useGo();
  const [chosen, choose] = useChosen();
  const [gone, setGone] = useState<number | null>(null);
  const erase = useCommand('retention.eraseCopies');
  const hashes = copies.map(({ hash }) => hash).filter((hash) => chosen.has(hash));
  if (copies.length === 0 && gone === null && !alone) return null;
  const run = async (): Promise<void> => {
    const done = await erase.run({ hashes });
    if (done.ok) setGone(done.value.copies);
  };
  return (
    <Section title={t('retention.copies.title')} intro={t('retention.copies.intro')}>
      {copies.length === 0 && <Text c="dimmed">{t('retention.copies.none')}</Text>}
      {copies.length > 0 && (
        <DataTable striped aria-label={t('retention.copies.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('retention.column.choose')}</Table.Th>
              <Table.Th scope="col">{t('retention.copies.from')}</Table.Th>
              <Table.Th scope="col">{t('retention.column.standing')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {copies.map((copy) => (
              <Table.Tr key={copy.hash}>
                <Table.Td>
                  <Checkbox
                    aria-label={t('retention.copies.choose', { name: copy.releasedBy, date: date(copy.date) })}
                    checked={hashes.includes(copy.hash)}
                    onChange={(event) => choose(copy.hash, event.currentTarget.checked)}
                  />
                </Table.Td>
                <Table.Th scope="row" fw={500}>
                  <Anchor
                    component="button"
                    type="button"
                    ta="start"
                    onClick={() => go(placeOf('copy', { hash: copy.hash }))}
                  >
                    {copy.releasedBy}, {date(copy.date)}
                  </Anchor>
                </Table.Th>
                <Table.Td>
                  {copy.acknowledgedAt === null
                    ? t('exchange.notAcknowledged')
                    : t('exchange.acknowledgedAt', { when: moment(copy.acknowledgedAt) })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      )}
      {copies.length > 0 && (
        <Button mt="sm" disabled={hashes.length === 0} loading={erase.busy} onClick={() => void run()}>
          {hashes.length === 0
            ? t('retention.copies.eraseNone')
            : t('retention.copies.erase', { count: hashes.length })}
        </Button>
      )}
      {erase.error !== null && <ErrorNotice error={erase.error} />}
      {gone !== null && (
        <Text role="status" mt="xs">
          {t('retention.copies.erased', { count: gone })}
        </Text>
      )}
    </Section>
  );
};
