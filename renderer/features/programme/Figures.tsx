import { BarChart } from '@mantine/charts';
import type { Told } from '@shared/domain/competence/small-groups.ts';
import { presentYear } from '@shared/domain/fields.ts';
import '@mantine/charts/styles.css';
import { SimpleGrid, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '../../lib/format.ts';
import { useQueryCall } from '../../lib/query.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Section } from '../../ui/Section.tsx';
import { YearInput } from '../../ui/YearInput.tsx';

type Counts = Readonly<Record<string, Told>>;

interface Row {
  readonly label: string;
  readonly axis?: string;
  readonly counts: Counts;
}

interface Plot {
  readonly title: string;
  /** Name of the first column. */
  readonly label: string;
  readonly series: readonly { readonly name: string; readonly color: string }[];
  /** Rows with their label, a shorter one for the axis where it is long, and a count for each series. */
  readonly rows: readonly Row[];
  /** Sum of the rows, where they have one. */
  readonly sum?: Counts;
  /** What would fill it. */
  readonly empty: string;
  /** Bars lie, beside labels that may be long. */
  readonly lying?: boolean;
}

/** Names of rows beside lying bars have this much room, in pixels. */
const labelWidth = 180;

/** A count in words: hidden ones say so (law: smallGroups). */
const useCount = () => {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (count: Told = 0): string => (typeof count === 'number' ? number(count) : t(`programme.plot.${count}`));
};

const CountRow = ({ label, series, counts }: Pick<Plot, 'series'> & Row) => {
  const count = useCount();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {label}
      </Table.Th>
      {series.map(({ name }) => (
        <Table.Td key={name}>{count(counts[name])}</Table.Td>
      ))}
    </Table.Tr>
  );
};

/** Counts that a bar can show: a hidden one has none. */
const bars = (counts: Counts) => Object.fromEntries(Object.entries(counts).filter(([, count]) => Number(count) >= 0));

/** A plot with the same figures as a table: the table is what a screen reader reads. */
const Figure = ({ title, label, series, rows, sum, empty, lying = false }: Plot) => {
  const { t } = useTranslation();
  const counts = rows.flatMap((row) => Object.values(row.counts));
  const isEmpty = counts.every((count) => count === 0);
  return (
    <Section title={title} order={3}>
      {isEmpty ? (
        <Text c="dimmed">{empty}</Text>
      ) : (
        <>
          <div aria-hidden>
            <BarChart
              h={lying ? 80 + 44 * rows.length : 200}
              orientation={lying ? 'vertical' : 'horizontal'}
              data={rows.map((row) => ({ axis: row.axis ?? row.label, ...bars(row.counts) }))}
              dataKey="axis"
              series={[...series]}
              withLegend
              xAxisProps={lying ? { allowDecimals: false } : { interval: 0 }}
              yAxisProps={lying ? { width: labelWidth } : { allowDecimals: false }}
              withTooltip={false}
              barProps={{ isAnimationActive: false }}
              barChartProps={{ accessibilityLayer: false }}
            />
          </div>
          <DataTable fz="sm" mt="sm" aria-label={title}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{label}</Table.Th>
                {series.map(({ name }) => (
                  <Table.Th key={name} scope="col">
                    {name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <CountRow key={row.label} series={series} {...row} />
              ))}
              {sum && <CountRow label={t('programme.plot.sum')} series={series} counts={sum} />}
            </Table.Tbody>
          </DataTable>
          {counts.some((count) => typeof count !== 'number') && (
            <Text size="sm" c="dimmed" mt="xs">
              {t('programme.plot.hidden')}
            </Text>
          )}
        </>
      )}
    </Section>
  );
};

/** Monitoring and evaluation of one year: sessions, goals, JP and gaps by unit. */
export const Figures = () => {
  const { t } = useTranslation();
  const { month, shortMonth } = useFormat();
  const [year, setYear] = useState(presentYear(today()));
  const guidance = useQueryCall('guidance.figures', { year }, { keepPrevious: true }).data;
  const competence = useQueryCall('competence.figures', { year }, { keepPrevious: true }).data;
  const colours = ['petrol.6', 'gray.6'] as const;
  const named = (keys: readonly string[]) =>
    keys.map((key, index) => ({ name: t(key), color: colours[index % 2] ?? colours[0] }));
  type UnitCounts = NonNullable<typeof competence>['total'];
  const byUnit = (countsOf: (unit: UnitCounts) => Counts) => ({
    rows: (competence?.units ?? []).map((unit) => ({
      label: unit.unit || t('programme.noUnit'),
      counts: countsOf(unit),
    })),
    ...(competence && { sum: countsOf(competence.total) }),
  });
  return (
    <Section
      title={t('programme.figures')}
      intro={t('programme.figuresIntro')}
      actions={<YearInput label={t('programme.year')} value={year} onChange={setYear} />}
    >
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Figure
          title={t('programme.plot.sessions')}
          label={t('programme.plot.month')}
          series={named(['guidance.kind.coaching', 'guidance.kind.mentoring'])}
          rows={(guidance?.sessionsByMonth ?? []).map((row) => ({
            label: month(`${row.month}-01`),
            axis: shortMonth(`${row.month}-01`),
            counts: {
              [t('guidance.kind.coaching')]: row.coaching,
              [t('guidance.kind.mentoring')]: row.mentoring,
            },
          }))}
          empty={t('programme.empty.sessions')}
        />
        <Figure
          title={t('programme.plot.goals')}
          label={t('programme.plot.state')}
          series={named(['programme.plot.number'])}
          rows={(['open', 'met', 'partly', 'notMet'] as const).map((state) => ({
            label: t(`guidance.goalState.${state}`),
            counts: { [t('programme.plot.number')]: guidance?.goals[state] ?? 0 },
          }))}
          empty={t('programme.empty.goals')}
        />
        <Figure
          lying
          title={t('programme.plot.jp')}
          label={t('programme.plot.unit')}
          series={named(['programme.plot.reached', 'programme.plot.employees'])}
          {...byUnit(({ reached, withTarget }) => ({
            [t('programme.plot.reached')]: reached,
            [t('programme.plot.employees')]: withTarget,
          }))}
          empty={t('programme.empty.jp')}
        />
        <Figure
          lying
          title={t('programme.plot.gaps')}
          label={t('programme.plot.unit')}
          series={named(['programme.plot.gapCount', 'programme.plot.assessed'])}
          {...byUnit(({ gaps, assessed }) => ({
            [t('programme.plot.gapCount')]: gaps,
            [t('programme.plot.assessed')]: assessed,
          }))}
          empty={t('programme.empty.gaps')}
        />
      </SimpleGrid>
    </Section>
  );
};
