import { Grid, Loader, Tabs } from '@mantine/core';
import type { CaseView } from '@shared/contract/case.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useGo, useParameters, usePath } from '../../../lib/navigation.ts';
import { usePlace } from '../../../lib/place.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { AttachmentList } from '../../../ui/AttachmentList.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { BlankFormsMenu } from '../paper/BlankFormsMenu.tsx';
import { useCaseTexts } from '../texts.ts';
import { ActTimeline } from './ActTimeline.tsx';
import { AttachmentDialog } from './AttachmentDialog.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import { DeliveriesTab } from './DeliveriesTab.tsx';
import { DocumentsTab } from './DocumentsTab.tsx';
import { MistakenFile } from './MistakenFile.tsx';
import { NowPanel } from './NowPanel.tsx';
import { ReadyToSend } from './ReadyToSend.tsx';

const AttachmentsTab = ({ view }: { readonly view: CaseView }) => {
  const { t } = useCaseTexts();
  const [shown, setShown] = useState<AttachmentRef | null>(null);
  if (view.attachments.length === 0) return <EmptyState text={t('cases.attachments.empty')} />;
  return (
    <>
      <AttachmentList attachments={view.attachments} onOpen={setShown} />
      <AttachmentDialog file={shown} onClose={() => setShown(null)} />
    </>
  );
};

const CaseParts = ({ view }: { readonly view: CaseView }) => {
  const { t } = useCaseTexts();
  const [tab, setTab] = usePlace(usePath(), 'timeline');
  return (
    <Tabs value={tab} onChange={(next) => setTab(next ?? 'timeline')} keepMounted={false}>
      <Tabs.List aria-label={t('cases.view.tabs')} mb="md">
        <Tabs.Tab value="timeline">{t('cases.view.timeline')}</Tabs.Tab>
        <Tabs.Tab value="documents">{t('cases.view.documents')}</Tabs.Tab>
        <Tabs.Tab value="attachments">{t('cases.view.attachments')}</Tabs.Tab>
        <Tabs.Tab value="deliveries">{t('cases.view.deliveries')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="timeline">
        <ActTimeline view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="documents">
        <DocumentsTab view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="attachments">
        <AttachmentsTab view={view} />
      </Tabs.Panel>
      <Tabs.Panel value="deliveries">
        <DeliveriesTab view={view} />
      </Tabs.Panel>
    </Tabs>
  );
};

/** One counselling file: header and phases, what can be done now, acts, documents, attachments, receivers. */
export const CasePage = () => {
  const { t } = useCaseTexts();
  const go = useGo();
  const { caseId = '' } = useParameters('case');
  const opened = useQueryCall('case.open', { caseId });
  const view = opened.data;
  const since = view?.mistakenAt ?? null;
  return (
    <Page
      key={caseId}
      title={since === null ? (view?.summary.employeeName ?? t('cases.list.title')) : t('cases.mistaken.title')}
      crumbs={[{ label: t('cases.list.title'), onClick: () => go(placeOf('cases')) }]}
      actions={since === null && <BlankFormsMenu caseId={caseId} />}
    >
      {opened.error && <ErrorNotice error={opened.error} onRetry={() => void opened.refetch()} />}
      {view === undefined && opened.error === null && <Loader aria-label={t('common.loading')} />}
      {view !== undefined && since !== null && <MistakenFile view={view} since={since} />}
      {view !== undefined && since === null && (
        <>
          <CaseHeader view={view} />
          <ReadyToSend caseId={caseId} />
          <Grid gap="md">
            <Grid.Col span={{ base: 12, md: 7 }}>
              <CaseParts view={view} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, md: 5 }} order={{ base: -1, md: 0 }}>
              <NowPanel view={view} />
            </Grid.Col>
          </Grid>
        </>
      )}
    </Page>
  );
};
