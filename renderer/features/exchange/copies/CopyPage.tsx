import { Alert, Button, Loader, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useFormat } from '../../../lib/format.ts';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { type Output, useQueryCall } from '../../../lib/query.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useFocusHere } from '../../../ui/use-focus-here.ts';
import { KeptPaper } from '../../../ui/viewer/KeptPaper.tsx';
import { AcknowledgeForm } from './AcknowledgeForm.tsx';
import { CopyButtons } from './CopyButtons.tsx';
import { EraseCopy, Erased } from './EraseCopy.tsx';

type Copy = Output<'exchange.copies'>[number];

/** The acknowledgement is signed: to whom it goes now. */
const Acknowledged = ({ copy, justNow }: { readonly copy: Copy; readonly justNow: boolean }) => {
  const { t, peerName } = useExchangeTexts();
  const { moment } = useFormat();
  const go = useGo();
  const box = useFocusHere<HTMLDivElement>(justNow);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="status"
      color="green"
      variant="light"
      icon={<IconCircleCheck aria-hidden />}
      mb="md"
      title={t('exchange.acknowledgedAt', { when: moment(copy.acknowledgedAt ?? '') })}
    >
      {copy.releaser === null ? (
        <Text>{t('exchange.acknowledgedPaper', { name: copy.releasedBy })}</Text>
      ) : (
        <>
          <Text>{t('exchange.acknowledgedSend', { name: peerName(copy.releaser) })}</Text>
          <Button size="compact-md" mt="xs" onClick={() => go(placeOf('send', { caseId: copy.caseId }))}>
            {t('exchange.lookAndSend')}
          </Button>
        </>
      )}
    </Alert>
  );
};

/** Nothing in the paper proves its words: who released it says them. */
const Unproven = () => {
  const { t } = useExchangeTexts();
  return (
    <Alert color="yellow" variant="light" role="alert" mb="xs" title={t('documents.verdict.copyUnproven')}>
      {t('documents.verdictHint.copyUnproven')}
    </Alert>
  );
};

/** One copy that the employee received: the paper itself, and the acknowledgement. */
export const CopyPage = () => {
  const { t } = useExchangeTexts();
  const { date } = useFormat();
  const go = useGo();
  const { hash = '' } = useParameters('copy');
  const [signed, setSigned] = useState(false);
  const [erased, setErased] = useState<string | null>(null);
  const copies = useQueryCall('exchange.copies', {});
  const isErased = erased === hash;
  const copy = isErased ? undefined : copies.data?.find((it) => it.hash === hash);
  const documentId = copy?.documentId ?? null;
  return (
    <Page
      key={hash}
      title={t('exchange.copyTitle')}
      intro={copy && t('exchange.copyFrom', { name: copy.releasedBy, date: date(copy.date) })}
      width="reading"
      crumbs={[{ label: t('exchange.title'), onClick: () => go(placeOf('exchange')) }]}
    >
      {copies.error && <ErrorNotice error={copies.error} onRetry={() => void copies.refetch()} />}
      {copies.data === undefined && copies.error === null && <Loader aria-label={t('common.loading')} />}
      {copies.data !== undefined && copy === undefined && !isErased && <EmptyState text={t('exchange.copyGone')} />}
      {isErased && <Erased />}
      {copy !== undefined && (
        <>
          {copy.acknowledgedAt !== null && <Acknowledged copy={copy} justNow={signed} />}
          {documentId === null ? (
            <Text c="dimmed" mb="md">
              {t('exchange.copyWithoutPaper')}
            </Text>
          ) : (
            <KeptPaper
              document={{ documentId, actHash: copy.hash, mediaType: 'application/pdf' }}
              title={t('exchange.copyTitle')}
              height="60vh"
              unread={<Unproven />}
              actions={(reading) => <CopyButtons documentId={documentId} viewId={reading?.viewId ?? null} />}
            />
          )}
          {copy.acknowledgedAt === null && <AcknowledgeForm copy={copy} onSigned={() => setSigned(true)} />}
          <EraseCopy hash={hash} onErased={() => setErased(hash)} />
        </>
      )}
    </Page>
  );
};
