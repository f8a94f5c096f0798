import { Alert, Loader, Text } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconMailOpened } from '@tabler/icons-react';
import { useState } from 'react';
import { useErrorText } from '../../../lib/error-text.ts';
import { useExchangeTexts } from '../../../lib/exchange-texts.ts';
import { useFormat } from '../../../lib/format.ts';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { type Output, useCommand, useQueryCall } from '../../../lib/query.ts';
import { receivedDraftKind } from '../../../lib/received-draft.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { Page } from '../../../ui/Page.tsx';
import { useCaseTexts } from '../texts.ts';
import { LoadedForm } from './ActFormPage.tsx';
import { type FormStart, fillFromDraft } from './form-start.ts';
import { useAttachmentRefs } from './use-attachment-refs.ts';

/** Who drafted it, when, and what was said with it. */
const From = ({ received }: { readonly received: Output<'exchange.draft'> }) => {
  const { t, peerName } = useExchangeTexts();
  const { moment } = useFormat();
  const { from, at, draft } = received;
  const name = peerName(from);
  return (
    <Alert
      color="gray"
      variant="light"
      mb="md"
      icon={<IconMailOpened aria-hidden />}
      title={t('exchange.draftFrom', { name, when: moment(at) })}
    >
      {draft.remark !== '' && <Text style={{ whiteSpace: 'pre-wrap' }}>{draft.remark}</Text>}
      <Text size="sm">{t('exchange.draftCheck')}</Text>
    </Alert>
  );
};

/** What the form begins with, and how the draft is settled; `start` is null until its files are looked up. */
const useStart = (received: Output<'exchange.draft'> | undefined) => {
  const settle = useCommand('exchange.settleDraft');
  const notice = useNotice();
  const errorText = useErrorText();
  const [isSigned, setSigned] = useState(false);
  const { files, error } = useAttachmentRefs(received?.draft.attachmentIds ?? null);
  if (received === undefined || files === null) return { start: null, error, isSigned };
  const { draftId, draft } = received;
  const start: FormStart = {
    kind: receivedDraftKind(draft.type),
    subjectKey: draftId,
    fill: fillFromDraft(draft, files),
    onRecorded: async () => {
      setSigned(true);
      const settled = await settle.run({ draftId, state: 'signed' });
      // The act is signed all the same; the draft stays on the list, to be taken off there.
      if (!settled.ok) notice(errorText(settled.error));
    },
  };
  return { start, error, isSigned };
};

/** Page on which an act is signed that somebody else drafted. */
export const ReceivedDraftPage = () => {
  const { t, actName } = useCaseTexts();
  const go = useGo();
  const { caseId = '', draftId = '' } = useParameters('receivedDraft');
  const opened = useQueryCall('case.open', { caseId });
  const got = useQueryCall('exchange.draft', { draftId });
  const { start, error, isSigned } = useStart(got.data);
  const view = opened.data;
  // A draft that was signed or declined is none any more, whatever the window still remembers of it.
  const gone = isSigned ? null : got.error;
  const received = gone === null ? got.data : undefined;
  const draft = received?.draft;
  const available = view?.available.find((act) => act.type === draft?.type);
  const failure = opened.error ?? gone ?? error;
  return (
    <Page
      key={draftId}
      title={draft === undefined ? t('exchange.drafts') : actName(draft.type)}
      intro={view?.summary.employeeName}
      width="reading"
      crumbs={[
        { label: t('exchange.title'), onClick: () => go(placeOf('exchange')) },
        ...(view === undefined
          ? []
          : [{ label: view.summary.employeeName, onClick: () => go(placeOf('case', { caseId })) }]),
      ]}
    >
      {failure !== null && <ErrorNotice error={failure} />}
      {failure === null && (view === undefined || start === null) && <Loader aria-label={t('common.loading')} />}
      {received !== undefined && <From received={received} />}
      {view !== undefined && draft !== undefined && available === undefined && (
        <Text>{t('cases.form.unavailable')}</Text>
      )}
      {view !== undefined && available !== undefined && draft !== undefined && start !== null && (
        <LoadedForm view={view} available={available} given={draft.about} start={start} />
      )}
    </Page>
  );
};
