import { Alert, Loader, Tabs, Text } from '@mantine/core';
import type { DocumentSummary } from '@shared/contract/document-summary.ts';
import type { DocumentReading, SignedAct } from '@shared/contract/documents.ts';
import type { WireError } from '@shared/contract/method.ts';
import { verdicts } from '@shared/domain/documents/verdict.ts';
import { notShownAs, shownKind } from '@shared/domain/media-types.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { ErrorNotice } from '../ErrorNotice.tsx';
import { ImageView } from './ImageView.tsx';
import { PdfView, TiffView } from './PdfView.tsx';
import { TextView } from './TextView.tsx';

export interface KeptPaperProps {
  readonly document: Pick<DocumentSummary, 'documentId' | 'actHash' | 'mediaType'>;
  readonly title: string;
  readonly height: string;
  /** What is said where no reading view can be made of a paper from somebody else. */
  readonly unread?: ReactNode;
  /** What may be done with it, by what was read; stands above it. */
  readonly actions?: (reading: DocumentReading | null) => ReactNode;
}

/** The file itself, by its kind. */
const KeptFile = ({ document, title, height }: KeptPaperProps) => {
  const { t } = useTranslation();
  const source = { documentId: document.documentId };
  const { mediaType } = document;
  const kind = shownKind(mediaType);
  if (kind === 'pdf') return <PdfView source={source} height={height} />;
  if (kind === 'tiff') return <TiffView source={source} height={height} />;
  if (kind === 'picture') return <ImageView source={source} name={title} mediaType={mediaType} />;
  if (kind === 'text') return <TextView source={source} name={title} />;
  return <Text c="dimmed">{t(`viewer.notShown.${notShownAs(mediaType) ?? 'other'}`)}</Text>;
};

/** Who signed an act that the reading view shows. */
const SignedBy = ({ act }: { readonly act: SignedAct }) => {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { author, holder, capacity, origin, enteredAs, statedOn, isDayTold, clockCorrected, keyFingerprint } = act;
  const day = isDayTold ? date(statedOn) : t('documents.reading.dayHere', { date: date(statedOn) });
  const when = clockCorrected ? `${day} (${t('clock.corrected')})` : day;
  const words = { author, role: t(`roles.${capacity}`), when, name: holder ?? '' };
  const known = holder === null ? 'unknown' : 'known';
  return (
    <>
      <Text size="sm">
        {t(`documents.reading.signed.${origin}.${known}`, words)}
        {enteredAs !== null && ` ${t('documents.reading.enteredAs', { role: t(`roles.${enteredAs}`) })}`}
      </Text>
      <Text size="sm" c="dimmed">
        {t('documents.reading.fingerprint', { fingerprint: keyFingerprint })}
      </Text>
    </>
  );
};

/** What the received file is, beside what was signed. */
const FileBeside = ({ reading: { verdict, carriesAct } }: { readonly reading: DocumentReading }) => {
  const { t } = useTranslation();
  const notSigned = t('documents.reading.notSigned');
  if (verdict === null) return <Text size="sm">{notSigned}</Text>;
  const isSame = verdict === 'genuine' && carriesAct;
  const title =
    verdict === 'genuine' && !carriesAct ? t('documents.reading.otherAct') : t(`documents.verdict.${verdict}`);
  const colours = { good: 'green', plain: 'gray', caution: 'yellow', bad: 'red' } as const;
  const colour = verdict === 'genuine' && !carriesAct ? 'red' : colours[verdicts[verdict].severity];
  return (
    <Alert color={colour} variant="light" title={title} mb="xs" role={isSame ? undefined : 'alert'}>
      {notSigned}
    </Alert>
  );
};

type Read = { readonly reading: DocumentReading | null; readonly error: WireError | null };

/** Undefined until it is known whether somebody else signed what a document shows. */
const useReading = ({ documentId, actHash }: KeptPaperProps['document']): Read | undefined => {
  const rpc = useRpc();
  const [read, setRead] = useState<Read & { readonly of: string }>();
  useEffect(() => {
    if (actHash === null) return;
    let wanted = true;
    void rpc.call('documents.reading', { documentId }).then((answer) => {
      if (!wanted) return;
      const { reading, error } = answer.ok ? { ...answer.value, error: null } : { reading: null, error: answer.error };
      setRead({ reading, error, of: documentId });
    });
    return () => {
      wanted = false;
    };
  }, [rpc, documentId, actHash]);
  if (actHash === null) return { reading: null, error: null };
  return read?.of === documentId ? read : undefined;
};

/**
 * A kept document. One from somebody else opens as the reading view of what was signed, made by this program from the
 * verified act; the file that came, which may show anything, lies beside it.
 */
export const KeptPaper = (props: KeptPaperProps) => {
  const { t } = useTranslation();
  const read = useReading(props.document);
  if (read === undefined) return <Loader aria-label={t('common.loading')} />;
  const { reading, error } = read;
  if (reading === null)
    return (
      <>
        {error === null ? props.unread : <ErrorNotice error={error} />}
        {props.actions?.(null)}
        <KeptFile {...props} />
      </>
    );
  return (
    <Tabs defaultValue="reading" keepMounted={false}>
      {props.actions?.(reading)}
      <Tabs.List mb="xs" aria-label={props.title}>
        <Tabs.Tab value="reading">{t('documents.reading.view')}</Tabs.Tab>
        <Tabs.Tab value="file">{t('documents.reading.file')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="reading">
        <SignedBy act={reading} />
        {reading.copied !== null && (
          <>
            <Text size="sm" mt="xs">
              {t('documents.reading.copied')}
            </Text>
            <SignedBy act={reading.copied} />
          </>
        )}
        <Text size="sm" c="dimmed" mb="xs">
          {t(reading.copied === null ? 'documents.reading.beyond' : 'documents.reading.beyondCopy')}
        </Text>
        <PdfView source={{ viewId: reading.viewId }} height={props.height} />
      </Tabs.Panel>
      <Tabs.Panel value="file">
        <FileBeside reading={reading} />
        <KeptFile {...props} />
      </Tabs.Panel>
    </Tabs>
  );
};
