import { Alert, Loader, Text } from '@mantine/core';
import type { WireError } from '@shared/contract/method.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconShieldLock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useGo, useParameters } from '../../../lib/navigation.ts';
import { type Output, useQueryCall } from '../../../lib/query.ts';
import { useRpc } from '../../../lib/rpc-context.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useCaseTexts } from '../texts.ts';
import { LoadedForm } from './ActFormPage.tsx';
import { type FormStart, fillFromDraft } from './form-start.ts';

type Given = Output<'guidance.toCase'>;

/** What a feedback summary gives to a case; asked once. */
const useGiven = (hash: string, caseId: string) => {
  const rpc = useRpc();
  const [given, setGiven] = useState<Given | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  useEffect(() => {
    let wanted = true;
    void rpc.call('guidance.toCase', { hash, caseId }).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setGiven(answer.value);
      else setError(answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [rpc, hash, caseId]);
  return { given, error };
};

/** Page on which feedback is recorded that was written for the case and shown to the employee. */
export const FromGuidancePage = () => {
  const { t, actName } = useCaseTexts();
  const go = useGo();
  const { caseId = '', hash = '' } = useParameters('caseFromGuidance');
  const opened = useQueryCall('case.open', { caseId });
  const { given, error } = useGiven(hash, caseId);
  const view = opened.data;
  const available = view?.available.find((act) => act.type === 'feedbackRecorded');
  const start: FormStart | null = given && {
    kind: 'act.feedbackRecorded.guidance',
    subjectKey: hash,
    fill: fillFromDraft({ content: given.content, authorOffice: '' }, given.attachments),
    onRecorded: async () => undefined,
  };
  const failure = opened.error ?? error;
  return (
    <Page
      key={hash}
      title={actName('feedbackRecorded')}
      intro={view?.summary.employeeName}
      width="reading"
      crumbs={[
        { label: t('cases.list.title'), onClick: () => go(placeOf('cases')) },
        ...(view === undefined
          ? []
          : [{ label: view.summary.employeeName, onClick: () => go(placeOf('case', { caseId })) }]),
      ]}
    >
      {failure !== null && <ErrorNotice error={failure} />}
      {failure === null && (view === undefined || start === null) && <Loader aria-label={t('common.loading')} />}
      <Alert color="gray" variant="light" mb="md" icon={<IconShieldLock aria-hidden />}>
        {t('guidance.intoCase.onlySummary')}
      </Alert>
      {view !== undefined && available === undefined && <Text>{t('cases.form.unavailable')}</Text>}
      {view !== undefined && available !== undefined && start !== null && (
        <LoadedForm view={view} available={available} given={null} start={start} />
      )}
    </Page>
  );
};
