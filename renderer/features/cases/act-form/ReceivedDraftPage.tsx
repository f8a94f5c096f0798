import { Alert, Loader, Text } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useFormat } from '../../../lib/format.ts';
import { useGo, useRouteParams } from '../../../lib/navigation.ts';
import { type Output, useCommand, useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { paths } from '../paths.ts';
import { useCaseTexts } from '../texts.ts';
import { LoadedForm } from './ActFormPage.tsx';
import { type FormStart, fillFromDraft } from './form-start.ts';
import { useAttachmentRefs } from './use-attachment-refs.ts';

/** Who drafted it, when, and what was said with it. */
const From = ({ received }: { readonly received: Output<'exchange.draft'> }) => {
  const { t } = useCaseTexts();
  const { moment } = useFormat();
  const { from, at, draft } = received;
  const name = from.person?.name ?? t('exchange.unknownPerson');
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

/** What the form begins with, and how the draft is settled; null until its files are looked up. */
const useStart = (received: Output<'exchange.draft'> | undefined) => {
  const settle = useCommand('exchange.settleDraft');
  const { files, error } = useAttachmentRefs(received?.draft.attachmentIds ?? null);
  const { run } = settle;
  const start = useMemo<FormStart | null>(() => {
    if (received === undefined || files === null) return null;
    const { draftId, draft } = received;
    return {
      kind: `received:${draft.type}`,
      subjectKey: draftId,
      fill: fillFromDraft(draft, files),
      onRecorded: async () => void (await run({ draftId, state: 'signed' })),
    };
  }, [received, files, run]);
  return { start, error };
};

/** Page on which an act is signed that somebody else drafted. */
export const ReceivedDraftPage = () => {
  const { t, actName } = useCaseTexts();
  const go = useGo();
  const { caseId = '', draftId = '' } = useRouteParams();
  const opened = useQueryCall('case.open', { caseId });
  const got = useQueryCall('exchange.draft', { draftId });
  const { start, error } = useStart(got.data);
  const view = opened.data;
  const draft = got.data?.draft;
  const available = view?.available.find((act) => act.type === draft?.type);
  const failure = opened.error ?? got.error ?? error;
  return (
    <Page
      key={draftId}
      title={draft === undefined ? t('exchange.drafts') : actName(draft.type)}
      intro={view?.summary.employeeName}
      width="reading"
      crumbs={[
        { label: t('exchange.title'), onClick: () => go(paths.exchange) },
        ...(view === undefined ? [] : [{ label: view.summary.employeeName, onClick: () => go(paths.view(caseId)) }]),
      ]}
    >
      {failure !== null && <ErrorNotice error={failure} />}
      {failure === null && (view === undefined || start === null) && <Loader aria-label={t('common.loading')} />}
      {got.data !== undefined && <From received={got.data} />}
      {view !== undefined && draft !== undefined && available === undefined && (
        <Text>{t('cases.form.unavailable')}</Text>
      )}
      {view !== undefined && available !== undefined && draft !== undefined && start !== null && (
        <LoadedForm view={view} available={available} given={draft.about} start={start} />
      )}
    </Page>
  );
};
