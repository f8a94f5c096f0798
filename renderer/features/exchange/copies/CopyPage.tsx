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
import { AnswerForm } from './AnswerForm.tsx';
import { AskCorrection } from './AskCorrection.tsx';
import { CopyButtons } from './CopyButtons.tsx';
import { EraseCopy, Erased } from './EraseCopy.tsx';

type Copy = Output<'exchange.copies'>[number];

interface SaidProps {
  readonly copy: Copy;
  /** What was signed and when. */
  readonly title: string;
  /** Where who released it has no vault. */
  readonly onPaper: string;
  readonly justNow: boolean;
}

/** What the employee says of the copy is signed: to whom it goes now. */
const Said = ({ copy, title, onPaper, justNow }: SaidProps) => {
  const { t, peerName } = useExchangeTexts();
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
      title={title}
    >
      {copy.releaser === null ? (
        <Text>{onPaper}</Text>
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

type Word = 'acknowledged' | 'answered';

/** What the employee has said of a copy. */
const SaidAlready = ({ copy, justNow }: { readonly copy: Copy; readonly justNow: Word | null }) => {
  const { t } = useExchangeTexts();
  const { moment } = useFormat();
  const name = copy.releasedBy;
  return (
    <>
      {copy.acknowledgedAt !== null && (
        <Said
          copy={copy}
          title={t('exchange.acknowledgedAt', { when: moment(copy.acknowledgedAt) })}
          onPaper={t('exchange.acknowledgedPaper', { name })}
          justNow={justNow === 'acknowledged'}
        />
      )}
      {copy.answeredAt !== null && (
        <Said
          copy={copy}
          title={t('exchange.answeredAt', { when: moment(copy.answeredAt) })}
          onPaper={t('exchange.answeredPaper', { name })}
          justNow={justNow === 'answered'}
        />
      )}
    </>
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

/** One copy that the employee received: the paper itself, the acknowledgement, and the answer to a communication. */
export const CopyPage = () => {
  const { t } = useExchangeTexts();
  const { date } = useFormat();
  const go = useGo();
  const { hash = '' } = useParameters('copy');
  const [said, setSaid] = useState<Word | null>(null);
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
          <SaidAlready copy={copy} justNow={said} />
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
          {copy.acknowledgedAt === null && <AcknowledgeForm copy={copy} onSigned={() => setSaid('acknowledged')} />}
          {copy.answerable && copy.answeredAt === null && (
            <AnswerForm copy={copy} onSigned={() => setSaid('answered')} />
          )}
          <AskCorrection copy={copy} />
          <EraseCopy hash={hash} onErased={() => setErased(hash)} />
        </>
      )}
    </Page>
  );
};
