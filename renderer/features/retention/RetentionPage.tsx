import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../lib/query.ts';
import { AfterErasure } from '../../ui/AfterErasure.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { ArchiveLists } from './ArchiveLists.tsx';
import { EndedFiles } from './EndedFiles.tsx';
import { ErasureMessages } from './ErasureMessages.tsx';
import { Erasures } from './Erasures.tsx';
import { OwnCopies } from './OwnCopies.tsx';
import { Schedule } from './Schedule.tsx';

/**
 * How long files, guidance and learning records are kept, which are due, and their erasure up to the berita acara; and
 * the holder's own copies, which are nearly all that an employee has.
 */
export const RetentionPage = () => {
  const { t } = useTranslation();
  const retention = useQueryCall('case.retention', {});
  const guidance = useQueryCall('guidance.retention', {});
  const learning = useQueryCall('competence.retention', {});
  const between = useQueryCall('exchange.erasures', {});
  const copies = useQueryCall('exchange.copies', {});
  const session = useQueryCall('session.get', {});
  const roles = session.data?.unlocked?.roles;
  const isEmployeeAlone = roles?.every((role) => role === 'employee') === true;
  const view = retention.data;
  const others = [view?.files, view?.erasures, guidance.data, learning.data].flatMap((list): unknown[] => list ?? []);
  // Who is an employee alone may have copies, and nothing that a schedule is about.
  const isOfCopies = isEmployeeAlone && view !== undefined && others.length === 0;
  const failed = [retention, guidance, learning, between, copies].filter(({ error }) => error);
  const { requests = [], asked = [], due = [] } = between.data ?? {};
  return (
    <Page title={t('retention.title')} intro={t('retention.intro')}>
      {failed.map(
        ({ error, refetch }, index) =>
          error && <ErrorNotice key={String(index)} error={error} onRetry={() => void refetch()} />,
      )}
      {view === undefined && !retention.error && <Loader aria-label={t('common.loading')} />}
      {copies.data !== undefined && roles !== undefined && <OwnCopies copies={copies.data} alone={isOfCopies} />}
      {isOfCopies && <AfterErasure />}
      {view !== undefined && roles !== undefined && !isOfCopies && (
        <>
          <Schedule holding={view.holding} schedule={view.schedule} />
          <EndedFiles
            view={{ files: view.files, guidance: guidance.data ?? [], learning: learning.data ?? [] }}
            holding={view.holding}
            requests={requests}
          />
          <ArchiveLists />
          <ErasureMessages due={due} />
          <Erasures erasures={view.erasures} asked={asked} />
        </>
      )}
    </Page>
  );
};
