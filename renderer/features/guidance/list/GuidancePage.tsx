import { Button, Group, Select, Switch, TextInput } from '@mantine/core';
import { maxSearch } from '@shared/contract/fields.ts';
import type { GuidanceSummary } from '@shared/contract/guidance.ts';
import { guidanceKinds, ledKinds } from '@shared/domain/guidance/record.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { finds, searchable } from '@shared/kernel/search-text.ts';
import { IconBolt, IconCalendar, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { NotForSkp } from '../../../ui/NotForSkp.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { BlankPapers } from './BlankPapers.tsx';
import { GuidanceTable } from './GuidanceTable.tsx';

type KindFilter = 'all' | GuidanceSummary['kind'];

interface Filter {
  readonly search: string;
  readonly kind: KindFilter;
  readonly concluded: boolean;
}

const matches = ({ search, kind, concluded }: Filter, file: GuidanceSummary): boolean =>
  (kind === 'all' || file.kind === kind) &&
  (concluded || file.status === 'open') &&
  finds(search)(searchable([file.topic, file.leader, file.unit, ...file.participants]));

/** The ways to begin: one page in a few minutes, a whole file, or what an employee writes. */
const Starts = () => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Section title={t('guidance.start.title')} intro={t('guidance.start.intro')}>
      <Group gap="xs">
        {ledKinds.map((kind) => (
          <Button
            key={kind}
            leftSection={<IconBolt size={16} aria-hidden />}
            onClick={() => go(placeOf('quickGuidance', { kind }))}
          >
            {t(`guidance.quick.title.${kind}`)}
          </Button>
        ))}
        {guidanceKinds.map((kind) => (
          <Button key={kind} variant="default" onClick={() => go(placeOf('newGuidance', { kind }))}>
            {t(`guidance.new.${kind}`)}
          </Button>
        ))}
        {(['preCoaching', 'mentoringPlan'] as const).map((kind) => (
          <Button key={kind} variant="default" onClick={() => go(placeOf('writeGuidance', { written: kind }))}>
            {t(`guidance.start.${kind}`)}
          </Button>
        ))}
        <Button variant="subtle" onClick={() => go(placeOf('chooseGuidance'))}>
          {t('guidance.start.choose')}
        </Button>
      </Group>
    </Section>
  );
};

/** What goes on from all files: figures of the programme, and the nameless sheet. */
const Onwards = () => {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Section title={t('programme.onwards.title')} intro={t('programme.onwards.intro')}>
      <Group gap="xs">
        <Button variant="default" onClick={() => go(placeOf('benefits'))}>
          {t('programme.benefits.open')}
        </Button>
        <Button variant="default" onClick={() => go(placeOf('programmeFigures'))}>
          {t('programme.joined.open')}
        </Button>
      </Group>
    </Section>
  );
};

/** Guidance: what waits for a signature, all files, and the ways to begin one. */
export const GuidancePage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const files = useQueryCall('guidance.list', {});
  const [filter, setFilter] = useState<Filter>({ search: '', kind: 'all', concluded: false });
  const set = (change: Partial<Filter>): void => setFilter((current) => ({ ...current, ...change }));
  const waiting = (files.data ?? []).filter(({ waitingForMe }) => waitingForMe > 0);
  const shown = (files.data ?? []).filter((file) => matches(filter, file));
  return (
    <Page
      title={t('guidance.title')}
      intro={t('guidance.intro')}
      actions={
        <>
          <BlankPapers />
          <Button
            variant="default"
            leftSection={<IconCalendar size={16} aria-hidden />}
            onClick={() => go(placeOf('guidanceCalendar'))}
          >
            {t('guidance.calendar.title')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconUsersGroup size={16} aria-hidden />}
            onClick={() => go(placeOf('coaches'))}
          >
            {t('guidance.coaches.title')}
          </Button>
        </>
      }
    >
      <NotForSkp />
      {files.error && <ErrorNotice error={files.error} onRetry={() => void files.refetch()} />}
      {waiting.length > 0 && (
        <Section title={t('guidance.waiting')}>
          <GuidanceTable files={waiting} label={t('guidance.waiting')} />
        </Section>
      )}
      <Starts />
      {files.data?.length === 0 && <EmptyState text={t('guidance.empty')} />}
      {files.data !== undefined && files.data.length > 0 && (
        <Section title={t('guidance.files')}>
          <Group mb="sm" align="flex-end">
            <TextInput
              label={t('guidance.search')}
              value={filter.search}
              maxLength={maxSearch}
              miw={300}
              onChange={(event) => set({ search: event.currentTarget.value })}
            />
            <Select
              label={t('guidance.kindFilter')}
              allowDeselect={false}
              value={filter.kind}
              onChange={(kind) => set({ kind: (kind ?? 'all') as KindFilter })}
              data={(['all', ...guidanceKinds] as const).map((value) => ({
                value,
                label: t(`guidance.kind.${value}`),
              }))}
            />
            <Switch
              label={t('guidance.showConcluded')}
              checked={filter.concluded}
              mb={8}
              onChange={(event) => set({ concluded: event.currentTarget.checked })}
            />
          </Group>
          {shown.length === 0 ? (
            <EmptyState text={t('common.nothingFound')} />
          ) : (
            <GuidanceTable files={shown} label={t('guidance.files')} />
          )}
        </Section>
      )}
      <Onwards />
    </Page>
  );
};
