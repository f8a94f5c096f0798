import { Button, Group, Loader, RingProgress, Select, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { maxSearch } from '@shared/contract/fields.ts';
import { presentYear } from '@shared/domain/fields.ts';
import { employmentStatuses, isInOffice } from '@shared/domain/identity/person.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconFileImport, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '../../../lib/format.ts';
import { useGo } from '../../../lib/navigation.ts';
import { type Input, useQueryCall } from '../../../lib/query.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { YearInput } from '../../../ui/YearInput.tsx';
import { useJp } from '../jp.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { LedgerTable } from './LedgerTable.tsx';

type Filter = Omit<Input<'competence.ledger'>, 'offset' | 'limit'>;

const FilterBar = ({ filter, set }: { readonly filter: Filter; readonly set: (edit: Partial<Filter>) => void }) => {
  const { t } = useTranslation();
  const known = useQueryCall('competence.filters', {}).data;
  return (
    <Group mb="sm" align="flex-end">
      <YearInput label={t('competence.year')} value={filter.year} onChange={(year) => set({ year })} />
      <TextInput
        label={t('competence.search')}
        value={filter.search}
        maxLength={maxSearch}
        miw={260}
        onChange={(event) => set({ search: event.currentTarget.value })}
      />
      <Select
        label={t('person.unit')}
        placeholder={t('competence.all')}
        clearable
        searchable
        limit={100}
        miw={220}
        data={known?.units ?? []}
        value={filter.unit}
        onChange={(unit) => set({ unit })}
      />
      <Select
        label={t('person.employmentStatus')}
        placeholder={t('competence.all')}
        clearable
        w={190}
        data={employmentStatuses.map((value) => ({ value, label: t(`person.status.${value}`) }))}
        value={filter.employmentStatus}
        onChange={(status) => set({ employmentStatus: status as Filter['employmentStatus'] })}
      />
      <Select
        label={t('competence.sort')}
        w={150}
        allowDeselect={false}
        data={(['name', 'jp'] as const).map((value) => ({ value, label: t(`competence.sortBy.${value}`) }))}
        value={filter.sort}
        onChange={(sort) => sort !== null && set({ sort: sort as Filter['sort'] })}
      />
      <Switch
        mb={8}
        label={t('competence.belowTarget')}
        checked={filter.belowTarget}
        onChange={(event) => set({ belowTarget: event.currentTarget.checked })}
      />
    </Group>
  );
};

/** JP of everyone in one year, against the target. */
export const LedgerPage = () => {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { jpText } = useJp();
  const go = useGo();
  const session = useQueryCall('session.get', {}).data?.unlocked;
  const [filter, setFilter] = useState<Filter>({
    year: presentYear(today()),
    search: '',
    unit: null,
    employmentStatus: null,
    belowTarget: false,
    sort: 'name',
  });
  const [settled] = useDebouncedValue(filter, 120);
  const first = useQueryCall('competence.ledger', { ...settled, offset: 0, limit: 200 }, { keepPrevious: true });
  const { data } = first;
  const own = session !== undefined && session !== null && !isInOffice(session.roles) ? session.person.personId : null;
  return (
    <Page
      title={t('competence.title')}
      intro={t('competence.intro')}
      actions={
        <>
          {own !== null && (
            <Button onClick={() => go(placeOf('learner', { personId: own }))}>{t('competence.mine')}</Button>
          )}
          <Button
            variant="default"
            leftSection={<IconFileImport size={16} aria-hidden />}
            onClick={() => go(placeOf('learningImport'))}
          >
            {t('competence.import.title')}
          </Button>
          <ExportMenu year={settled.year} />
          <Button
            variant="default"
            leftSection={<IconTable size={16} aria-hidden />}
            onClick={() => go(placeOf('conversionTable'))}
          >
            {t('competence.table.title')}
          </Button>
          <Button variant="default" onClick={() => go(placeOf('standards'))}>
            {t('competence.standards.title')}
          </Button>
          <Button variant="default" onClick={() => go(placeOf('institutionPlan', { year: String(settled.year) }))}>
            {t('competence.institution.title')}
          </Button>
        </>
      }
    >
      <Section title={t('competence.ledger', { year: settled.year })} plain>
        <FilterBar filter={filter} set={(edit) => setFilter((current) => ({ ...current, ...edit }))} />
        {first.error && <ErrorNotice error={first.error} onRetry={() => void first.refetch()} />}
        {data === undefined && !first.error && <Loader aria-label={t('common.loading')} />}
        {data !== undefined && (
          <>
            <Group mb="sm" gap="lg">
              <RingProgress
                size={64}
                thickness={8}
                aria-hidden
                sections={[{ value: data.total === 0 ? 0 : (100 * data.reached) / data.total, color: 'petrol.6' }]}
              />
              <Text>
                {t('competence.summary', {
                  total: number(data.total),
                  reached: number(data.reached),
                  jp: jpText(data.jp),
                })}
              </Text>
              {data.versionNo === 0 && (
                <Text size="sm" c="dimmed">
                  {t('competence.noTable')}
                </Text>
              )}
            </Group>
            {data.total === 0 ? (
              <EmptyState text={t('competence.empty')} />
            ) : (
              <LedgerTable key={JSON.stringify(settled)} filter={settled} first={data} />
            )}
          </>
        )}
      </Section>
    </Page>
  );
};
