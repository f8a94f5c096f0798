import { Button, Loader, Stack } from '@mantine/core';
import type { OutboxCase, OutboxReceiver } from '@shared/contract/exchange.ts';
import type { JournalEntry } from '@shared/contract/exchange-journal.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useKnownCases } from '../../../lib/known-cases.ts';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { SealingDirectory } from '../../../ui/DirectoryAge.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { SealedNotice } from '../../../ui/sealing/SealedNotice.tsx';
import { NotCertified } from '../NotCertified.tsx';
import { ReceiverSection } from './ReceiverSection.tsx';
import { isDone, receiversToShow, unconfirmedFor } from './receiver-view.ts';
import { UnresolvedPost } from './UnresolvedPost.tsx';

interface Sealed {
  /** As it was shown when it was sealed. */
  readonly receiver: OutboxReceiver;
  readonly files: readonly string[];
}

/** What was sealed here so far; how to carry it is said once. */
const SealedNotices = ({ sealed }: { readonly sealed: readonly Sealed[] }) => (
  <Stack gap="sm" mb="md">
    {sealed.map((done) => (
      <SealedNotice
        key={`${done.receiver.entryId}-${done.files.join()}`}
        files={done.files}
        receiver={done.receiver.person.name}
        isBrief={done !== sealed.at(-1) && done.files.length === 1}
      />
    ))}
  </Stack>
);

interface ReceiversProps {
  readonly found: OutboxCase;
  readonly entries: readonly JournalEntry[];
  /** The one receiver that it is about; undefined: all. */
  readonly entryId: string | undefined;
}

/** Receivers of a case, each with what leaves and the seal; then the posts that nobody holds for certain. */
const Receivers = ({ found: { caseId, receivers, unresolved }, entries, entryId }: ReceiversProps) => {
  const { t } = useExchangeTexts();
  const [sealed, setSealed] = useState<readonly Sealed[]>([]);
  const shown = receiversToShow(receivers, entryId).filter((receiver) => !isDone(receiver, sealed));
  const posts = entryId === undefined ? unresolved : [];
  return (
    <>
      {sealed.length > 0 && <SealedNotices sealed={sealed} />}
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
          onSealed={(files) => setSealed((before) => [...before, { receiver, files }])}
        />
      ))}
      {posts.map((post) => (
        <UnresolvedPost key={post.role} caseId={caseId} post={post} />
      ))}
    </>
  );
};

/** Kirim of one case: for each receiver what would leave and what would not, before anything is sealed. */
export const SendPage = () => {
  const { t, caseName } = useExchangeTexts();
  const go = useGo();
  const isKnown = useKnownCases();
  const { caseId = '', entryId } = useParameters('send', 'sendAgain');
  const outbox = useQueryCall('exchange.outbox', { caseId });
  const journal = useQueryCall('exchange.journal', {});
  const entries = journal.data?.entries ?? [];
  const found = outbox.data?.cases.find((it) => it.caseId === caseId);
  const isReady = outbox.data !== undefined && (entryId === undefined || journal.data !== undefined);
  const sent = entries.find((entry) => entry.caseId === caseId);
  const named = found ?? (sent && { ...sent, mistaken: false });
  const failure = outbox.error ?? journal.error;
  const retry = (): void => void Promise.all([outbox.refetch(), journal.refetch()]);
  return (
    <Page
      key={`${caseId}-${entryId ?? ''}`}
      title={t('exchange.sendTitle')}
      intro={named && caseName(named)}
      crumbs={[{ label: t('exchange.title'), onClick: () => go(placeOf('exchange')) }]}
      actions={
        isKnown(caseId) && (
          <Button variant="default" onClick={() => go(placeOf('case', { caseId }))}>
            {t('exchange.openCase')}
          </Button>
        )
      }
    >
      {failure !== null && <ErrorNotice error={failure} onRetry={retry} />}
      {!isReady && failure === null && <Loader aria-label={t('common.loading')} />}
      {outbox.data?.certified === false && <NotCertified />}
      {isReady && found !== undefined && (
        <Stack gap="md">
          <SealingDirectory />
          <Receivers found={found} entries={entries} entryId={entryId} />
        </Stack>
      )}
    </Page>
  );
};
