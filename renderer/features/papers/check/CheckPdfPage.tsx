import { Loader } from '@mantine/core';
import { placeOf } from '@shared/domain/place/places.ts';
import { useTranslation } from 'react-i18next';
import { useGo } from '../../../lib/navigation.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { CheckReport } from './CheckReport.tsx';
import { useCheckedPdf } from './use-checked-pdf.ts';

/** "Periksa PDF bertanda tangan": what the signatures in a PDF are worth. The file is not kept. */
export const CheckPdfPage = () => {
  const { t } = useTranslation();
  const go = useGo();
  const { checking, checked, error, check } = useCheckedPdf();
  return (
    <Page
      title={t('papers.check.title')}
      intro={t('papers.check.intro')}
      width="reading"
      crumbs={[{ label: t('papers.title'), onClick: () => go(placeOf('papers')) }]}
    >
      <Section title={t('papers.check.file')}>
        <FileDrop
          label={t('papers.check.drop')}
          hint={t('papers.check.notKept')}
          store="records"
          caseId={null}
          purpose="signedDocument"
          single
          onAdded={(file) => void check(file)}
        />
      </Section>
      {checking && <Loader size="sm" aria-label={t('documents.pdfCheck.checking')} />}
      {error !== null && <ErrorNotice error={error} />}
      {checked !== null && <CheckReport {...checked} />}
    </Page>
  );
};
