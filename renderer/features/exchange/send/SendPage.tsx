import { Button, Loader, Stack } from '@mantine/core';
import { useState } from 'react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useKnownCases } from '../../../lib/known-cases.ts';
import { useGo, useRouteParams } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { SealedNotice } from '../../../ui/sealing/SealedNotice.tsx';
import { NotCertified } from '../NotCertified.tsx';
import { paths } from '../paths.ts';
import { ReceiverSection } from './ReceiverSection.tsx';
import { receiversToShow, unconfirmedFor } from './receiver-view.ts';
import { UnresolvedPost } from './UnresolvedPost.tsx';

interface Sealed {
  readonly entryId: string;
  readonly name: string;
  readonly files: readonly string[];
}

/** Kirim of one case: for each receiver what would leave and what would not, before anything is sealed. */
export const SendPage = () => {
  const { t, caseName } = useExchangeTexts();
  const go = useGo();
  const { caseId = '', entryId } = useRouteParams();
  const outbox = useQueryCall('exchange.outbox', { caseId });
  const journal = useQueryCall('exchange.journal', {});
  const [sealed, setSealed] = useState<readonly Sealed[]>([]);
  const entries = journal.data?.entries ?? [];
  const found = outbox.data?.cases.find((it) => it.caseId === caseId);
  const receivers = receiversToShow(found?.receivers ?? [], entryId);
  const posts = entryId === undefined ? (found?.unresolved ?? []) : [];
  const ready = outbox.data !== undefined && (entryId === undefined || journal.data !== undefined);
  const shown = receivers.filter((receiver) => !sealed.some((done) => done.entryId === receiver.entryId));
  const named = found ?? entries.find((entry) => entry.caseId === caseId);
  const isKnown = useKnownCases();
  const failure = outbox.error ?? journal.error;
  const retry = (): void => void Promise.all([outbox.refetch(), journal.refetch()]);
  return (
    <Page
      key={`${caseId}-${entryId ?? ''}`}
      title={t('exchange.sendTitle')}
      intro={named && caseName(named)}
      crumbs={[{ label: t('exchange.title'), onClick: () => go(paths.home) }]}
      actions={
        isKnown(caseId) && (
          <Button variant="default" onClick={() => go(paths.case(caseId))}>
            {t('exchange.openCase')}
          </Button>
        )
      }
    >
      {failure !== null && <ErrorNotice error={failure} onRetry={retry} />}
      {!ready && failure === null && <Loader aria-label={t('common.loading')} />}
      {sealed.length > 0 && (
        <Stack gap="sm" mb="md">
          {sealed.map((done) => (
            <SealedNotice
              key={`${done.entryId}-${done.files.join()}`}
              files={done.files}
              receiver={done.name}
              isBrief={done !== sealed.at(-1) && done.files.length === 1}
            />
          ))}
        </Stack>
      )}
      {outbox.data?.certified === false && <NotCertified />}
      {ready && outbox.data?.certified === true && (
        <>
          {shown.length === 0 && posts.length === 0 && sealed.length === 0 && (
            <EmptyState text={t(entryId === undefined ? 'exchange.nothingForCase' : 'exchange.nothingForPerson')} />
          )}
          {shown.map((receiver) => (
            <ReceiverSection
              key={receiver.entryId}
              caseId={caseId}
              receiver={receiver}
              open={unconfirmedFor(entries, caseId, receiver.entryId)}
              againFirst={entryId !== undefined}
              onSealed={(files) =>
                setSealed((before) => [...before, { entryId: receiver.entryId, name: receiver.person.name, files }])
              }
            />
          ))}
          {posts.map((post) => (
            <UnresolvedPost key={post.role} caseId={caseId} post={post} />
          ))}
        </>
      )}
    </Page>
  );
};
