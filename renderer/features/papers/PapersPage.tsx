import { Alert, Button, Group, Modal } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../lib/navigation.ts';
import { type Output, useCommand, useQueryCall } from '../../lib/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { ReturnFocus } from '../../ui/ReturnFocus.tsx';
import { Section } from '../../ui/Section.tsx';
import { KeptPaper } from '../../ui/viewer/KeptPaper.tsx';
import { OwnCertificate } from './OwnCertificate.tsx';
import { PapersTable } from './PapersTable.tsx';
import { usePaperName } from './paper-name.ts';

type Paper = Output<'documents.list'>[number];

/** Every document of the vault: look, print, export one or several. */
export const PapersPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const paperName = usePaperName();
  const papers = useQueryCall('documents.list', {});
  const exporting = useCommand('documents.export');
  const printing = useCommand('documents.print');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [viewed, setViewed] = useState<Paper | null>(null);
  const [exported, setExported] = useState(0);

  const exportPapers = async (documentIds: string[]): Promise<void> => {
    const answer = await exporting.run({ documentIds });
    if (answer.ok && answer.value.saved) setExported(answer.value.count);
  };
  const failure = papers.error ?? exporting.error ?? printing.error;
  return (
    <Page
      title={t('papers.title')}
      actions={
        <Group gap="xs">
          <Button variant="default" onClick={() => go(placeOf('cases'))}>
            {t('papers.blank')}
          </Button>
          <Button variant="default" onClick={() => go(placeOf('checkPdf'))}>
            {t('papers.check.title')}
          </Button>
          <Button
            disabled={selected.size === 0}
            loading={exporting.busy}
            onClick={() => void exportPapers([...selected])}
          >
            {selected.size === 0 ? t('papers.export') : t('papers.exportSelected', { count: selected.size })}
          </Button>
        </Group>
      }
    >
      {failure !== null && <ErrorNotice error={failure} />}
      {exported > 0 && (
        <Alert role="status" mb="md">
          {t('papers.exported', { count: exported })}
        </Alert>
      )}
      <Section title={t('papers.kept')}>
        {papers.data?.length === 0 && <EmptyState text={t('papers.empty')} />}
        {papers.data !== undefined && papers.data.length > 0 && (
          <PapersTable
            papers={papers.data}
            selected={selected}
            onSelect={setSelected}
            onOpen={setViewed}
            onPrint={({ documentId }) => void printing.run({ source: { documentId } })}
            onExport={({ documentId }) => void exportPapers([documentId])}
          />
        )}
      </Section>
      {viewed !== null && (
        <Modal
          opened
          fullScreen
          title={paperName(viewed.kind)}
          onClose={() => setViewed(null)}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <ReturnFocus />
          <KeptPaper
            document={viewed}
            title={paperName(viewed.kind)}
            height="70vh"
            actions={(reading) =>
              reading === null && viewed.state === 'signed' && <OwnCertificate documentId={viewed.documentId} />
            }
          />
        </Modal>
      )}
    </Page>
  );
};
