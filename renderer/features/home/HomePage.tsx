import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { today, useFormat } from '../../lib/format.ts';
import { useQueryCall } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { ToReview } from '../../ui/ToReview.tsx';
import { BackupLine } from './BackupLine.tsx';
import { Caseload } from './Caseload.tsx';
import { ClockNotice } from './ClockNotice.tsx';
import { DraftList } from './DraftList.tsx';
import { CopiesWaiting, NotReceived, ToSign } from './ExchangeLists.tsx';
import { FollowUpsDue } from './FollowUpsDue.tsx';
import { GuidanceDue } from './GuidanceDue.tsx';
import { HalfKeysNotice } from './HalfKeysNotice.tsx';
import { NotesLeft } from './NotesLeft.tsx';
import { OwnKeyNotice } from './OwnKeyNotice.tsx';
import { SessionList } from './SessionList.tsx';
import { SheetNotice } from './SheetNotice.tsx';
import { StartHere } from './StartHere.tsx';
import { ToErase } from './ToErase.tsx';
import { WaitingList } from './WaitingList.tsx';

/** First page of an open vault. */
export const HomePage = () => {
  const { t } = useTranslation();
  const { weekday } = useFormat();
  const day = today();
  const overview = useQueryCall('overview.home', { today: day });
  const session = useQueryCall('session.get', {});
  const name = session.data?.unlocked?.person.name ?? '';
  const roles = session.data?.unlocked?.roles ?? [];
  const data = overview.data;
  return (
    <Page title={t('home.title')} intro={`${weekday(day)} · ${t('home.greeting', { name })}`}>
      {overview.error && <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />}
      {data?.clock != null && <ClockNotice doubt={data.clock} />}
      <OwnKeyNotice />
      <SheetNotice />
      <HalfKeysNotice />
      <NotesLeft />
      {data !== undefined && data.caseload.length === 0 && <StartHere roles={roles} />}
      {data !== undefined && (
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
          <WaitingList waiting={data.waiting} today={day} />
          <BackupLine pressing />
          <ToErase files={data.toErase} />
          <ToReview />
          <ToSign />
          {roles.includes('employee') && <CopiesWaiting />}
          <NotReceived />
          <SessionList today={data.today} upcoming={data.upcoming} />
          <FollowUpsDue followUps={data.followUps} today={day} />
          <GuidanceDue />
          <DraftList drafts={data.drafts} />
          <Caseload caseload={data.caseload} />
          <BackupLine pressing={false} />
        </SimpleGrid>
      )}
    </Page>
  );
};
