import { Button, Stack, Text } from '@mantine/core';
import type { CaseView } from '@shared/contract/case.ts';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { PaperDialog, type PreparedPaper } from '../../../ui/PaperDialog.tsx';
import { usePrepareForm } from '../act-form/use-prepare-form.ts';
import { actsOf } from '../case-facts.ts';
import { useCaseTexts } from '../texts.ts';

/** Offers the neutral letter to the employee once a report has gone on (law: reportNotice); nothing before. */
export const ReportNotice = ({ view }: { readonly view: CaseView }) => {
  const { t } = useCaseTexts();
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const { prepare, busy, error } = usePrepareForm();
  if (actsOf(view, 'reportSubmitted').length === 0) return null;
  const title = t('cases.documents.notice');
  const open = async (): Promise<void> => {
    const viewId = await prepare('reportNotice', view.summary.caseId, null);
    if (viewId !== null) setPrepared({ viewId, title });
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm">{t('cases.documents.noticeHint')}</Text>
      <Button
        variant="default"
        size="xs"
        loading={busy}
        leftSection={<IconMail size={15} aria-hidden />}
        onClick={() => void open()}
      >
        {title}
      </Button>
      {error !== null && <ErrorNotice error={error} />}
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </Stack>
  );
};
