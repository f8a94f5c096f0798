import { Button, Group, Loader, Text } from '@mantine/core';
import type { CaseSummary } from '@shared/contract/case.ts';
import { isInOffice, type Role } from '@shared/domain/identity/person.ts';
import { listsOf } from '@shared/domain/lists/list-choice.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconFileImport, IconListCheck, IconPlus, IconTable, IconUserCheck } from '@tabler/icons-react';
import { useDeferredValue, useMemo } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { useGo, usePath } from '../../../lib/navigation.ts';
import { usePlace } from '../../../lib/place.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { BlankFormsMenu } from '../paper/BlankFormsMenu.tsx';
import { useCaseTexts } from '../texts.ts';
import { CaseTable, type Sorting } from './CaseTable.tsx';
import { type CaseFilter, countPhases, filterCases, noFilter, toSearchable } from './case-filter.ts';
import { FilterBar } from './FilterBar.tsx';

interface ListPlace {
  readonly filter: CaseFilter;
  readonly sorting: Sorting;
  readonly chosen: string | null;
}
const firstPlace: ListPlace = { filter: noFilter, sorting: { id: 'lastAct', desc: true }, chosen: null };

/** Ways to begin a file; the one that fits the holder's roles comes first and stands out. */
const StartButtons = ({ roles }: { readonly roles: readonly Role[] }) => {
  const { t } = useCaseTexts();
  const go = useGo();
  const openings = useQueryCall('case.openings', {}).data ?? [];
  const isPersonnel = isInOffice(roles);
  const isAssessor = roles.includes('assessor');
  return (
    <>
      <Button
        variant={isAssessor || roles.length === 0 ? 'filled' : 'default'}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => go(placeOf('newCase'))}
      >
        {t('cases.start.new')}
      </Button>
      <Button
        variant={isPersonnel && !isAssessor ? 'filled' : 'default'}
        leftSection={<IconFileImport size={16} aria-hidden />}
        onClick={() => go(placeOf('caseFromPaper'))}
      >
        {t('cases.start.fromPaper')}
      </Button>
      {openings.some(({ startsFrom, ownCapacities }) => startsFrom === 'assignment' && ownCapacities.length > 0) && (
        <Button
          variant={isPersonnel || isAssessor ? 'default' : 'filled'}
          leftSection={<IconUserCheck size={16} aria-hidden />}
          onClick={() => go(placeOf('caseAssigned'))}
        >
          {t('cases.start.assigned')}
        </Button>
      )}
      <Button
        variant="default"
        leftSection={<IconListCheck size={16} aria-hidden />}
        onClick={() => go(placeOf('followUps'))}
      >
        {t('cases.followUps.title')}
      </Button>
      {listsOf(roles).length > 0 && (
        <Button
          variant="default"
          leftSection={<IconTable size={16} aria-hidden />}
          onClick={() => go(placeOf('lists'))}
        >
          {t('lists.title')}
        </Button>
      )}
      <BlankFormsMenu />
    </>
  );
};

const FilledList = ({ cases }: { readonly cases: CaseSummary[] }) => {
  const { t } = useCaseTexts();
  const { number } = useFormat();
  const go = useGo();
  const [place, setPlace] = usePlace(usePath(), firstPlace);
  const filter = useDeferredValue(place.filter);
  const searchable = useMemo(() => toSearchable(cases), [cases]);
  const shown = useMemo(() => filterCases(searchable, filter), [searchable, filter]);
  const passing = useMemo(
    () => (shown.length === cases.length ? null : new Set(shown.map(({ caseId }) => caseId))),
    [shown, cases],
  );
  const phases = useMemo(() => countPhases(cases), [cases]);
  return (
    <>
      <FilterBar filter={place.filter} phases={phases} onChange={(next) => setPlace({ ...place, filter: next })} />
      <Text size="sm" c="dimmed" role="status" mb={4}>
        {t('cases.list.count', { shown: number(shown.length), total: number(cases.length) })}
        {shown.length === 0 && ` ${t('cases.list.noMatch')}`}
      </Text>
      <CaseTable
        cases={cases}
        passing={passing}
        sorting={place.sorting}
        onSorting={(sorting) => setPlace({ ...place, sorting })}
        chosen={place.chosen}
        onChoose={(chosen) => setPlace({ ...place, chosen })}
        onOpen={(caseId) => {
          setPlace({ ...place, chosen: caseId });
          go(placeOf('case', { caseId }));
        }}
      />
    </>
  );
};

/** That files which came to no counselling stand elsewhere, without names; nothing while there is none. */
const EndedElsewhere = () => {
  const { t } = useCaseTexts();
  const go = useGo();
  const files = useQueryCall('case.retention', {}).data?.files ?? [];
  const count = files.filter(({ kind }) => kind === 'notCounselled').length;
  if (count === 0) return null;
  return (
    <Group gap="xs" mb="xs">
      <Text size="sm" c="dimmed">
        {t('cases.list.endedElsewhere', { count })}
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={() => go(placeOf('retention'))}>
        {t('retention.nav')}
      </Button>
    </Group>
  );
};

/** List of counselling files; for the personnel unit it is the "daftar pegawai bermasalah perilaku" of the law. */
export const CasesPage = () => {
  const { t } = useCaseTexts();
  const list = useQueryCall('case.list', {});
  const roles = useQueryCall('session.get', {}).data?.unlocked?.roles ?? [];
  const isPersonnel = isInOffice(roles);
  return (
    <Page
      title={t('cases.list.title')}
      intro={isPersonnel ? t('cases.list.subtitlePersonnel') : undefined}
      actions={<StartButtons roles={roles} />}
    >
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data === undefined && list.error === null && <Loader aria-label={t('common.loading')} />}
      <EndedElsewhere />
      {list.data?.length === 0 && <EmptyState text={`${t('cases.list.empty')} ${t('cases.list.emptyHint')}`} />}
      {list.data !== undefined && list.data.length > 0 && <FilledList cases={list.data} />}
    </Page>
  );
};
