import { Button, Group, NumberInput, SimpleGrid, Stack, Table, Text, TextInput } from '@mantine/core';
import { maxLine } from '@shared/domain/fields.ts';
import {
  type BenefitTally,
  benefits,
  benefitTally,
  leastSheets,
  maxSheets,
} from '@shared/domain/programme/benefits.ts';
import { benefitCounts } from '@shared/domain/programme/figures.ts';
import { semesterOf } from '@shared/domain/programme/semester.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '../../lib/format.ts';
import { useCommand, useQueryCall } from '../../lib/query.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Section } from '../../ui/Section.tsx';
import { SemesterInput } from './SemesterInput.tsx';

const counts = { sheets: 0, productivity: 0, creativity: 0, satisfaction: 0, engagement: 0 } as const;

/** Sums that were counted of a half-year, each of which can be taken away while nothing of it has left. */
const Kept = ({ period }: { readonly period: string }) => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const kept = useQueryCall('programme.tallies', { period });
  const remove = useCommand('programme.removeTally');
  const failure = kept.error ?? remove.error;
  return (
    <>
      {failure && <ErrorNotice error={failure} />}
      {kept.data?.length === 0 && <Text c="dimmed">{t('programme.tally.none')}</Text>}
      {kept.data !== undefined && kept.data.length > 0 && (
        <DataTable fz="sm" aria-label={t('programme.tally.kept')}>
          <Table.Thead>
            <Table.Tr>
              {['unit', ...benefitCounts, 'actions'].map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`programme.count.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {kept.data.map(({ tallyId, tally }) => (
              <Table.Tr key={tallyId}>
                <Table.Th scope="row" fw={400}>
                  {tally.unit || t('programme.joined.severalUnits')}
                </Table.Th>
                {benefitCounts.map((key) => (
                  <Table.Td key={key}>{number(tally[key])}</Table.Td>
                ))}
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    loading={remove.busy}
                    aria-label={t('programme.tally.removeNamed', {
                      unit: tally.unit || t('programme.joined.severalUnits'),
                    })}
                    onClick={() => void remove.run({ tallyId, period })}
                  >
                    {t('programme.tally.remove')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </DataTable>
      )}
    </>
  );
};

/** Sheets that came in are counted together; fewer than five of a unit wait, or go to several units together. */
export const Tallies = () => {
  const { t } = useTranslation();
  const [period, setPeriod] = useState(() => semesterOf(today()));
  const [typed, setTyped] = useState<Omit<BenefitTally, 'period'>>({ unit: '', ...counts });
  const [isShort, setShort] = useState(false);
  const add = useCommand('programme.addTally');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const tally = benefitTally.safeParse({ period, ...typed });
    setShort(!tally.success);
    if (!tally.success) return;
    const added = await add.run({ tally: tally.data });
    if (added.ok) setTyped({ unit: '', ...counts });
  };
  return (
    <Section
      title={t('programme.tally.title')}
      intro={t('programme.tally.intro', { least: leastSheets })}
      actions={<SemesterInput value={period} onChange={setPeriod} />}
    >
      <Stack gap="md">
        <Kept period={period} />
        <form onSubmit={(event) => void submit(event)} noValidate>
          <Stack gap="sm">
            <TextInput
              label={t('programme.tally.unit')}
              description={t('programme.tally.unitHelp')}
              value={typed.unit}
              maxLength={maxLine}
              maw={420}
              onChange={({ currentTarget: { value: unit } }) => setTyped((known) => ({ ...known, unit }))}
            />
            <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="sm">
              {(['sheets', ...benefits] as const).map((key) => (
                <NumberInput
                  key={key}
                  label={t(`programme.count.${key}`)}
                  value={typed[key]}
                  min={0}
                  max={maxSheets}
                  allowDecimal={false}
                  onChange={(next) => setTyped((known) => ({ ...known, [key]: Number(next) || 0 }))}
                />
              ))}
            </SimpleGrid>
            {isShort && (
              <Text role="alert" c="red" size="sm">
                {t('programme.tally.short', { least: leastSheets })}
              </Text>
            )}
            {add.error !== null && <ErrorNotice error={add.error} />}
            <Group>
              <Button type="submit" loading={add.busy}>
                {t('programme.tally.add')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Stack>
    </Section>
  );
};
