import { Button, List } from '@mantine/core';
import { overviewTitle } from '@shared/domain/documents/guidance/titles.ts';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { PaperDialog, type PreparedPaper } from '../../../ui/PaperDialog.tsx';
import { Section } from '../../../ui/Section.tsx';

export interface OverviewProps {
  readonly guidanceId: string;
  /** Saves what was changed of the working papers, of which the paper is made; false when that failed. */
  readonly store: () => Promise<boolean>;
}

/** The one paper for a leader who is no party: plan, measure and evaluation, when the coach decides so. */
export const OverviewPart = ({ guidanceId, store }: OverviewProps) => {
  const { t } = useTranslation();
  const prepare = useCommand('guidance.prepareOverview');
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const make = async (): Promise<void> => {
    if (!(await store())) return;
    const made = await prepare.run({ guidanceId });
    if (made.ok) setPrepared({ viewId: made.value.viewId, title: overviewTitle });
  };
  return (
    <Section title={t('guidance.overview.title')} intro={t('guidance.overview.intro')}>
      <List size="sm" spacing={4} mb="sm">
        <List.Item>{t('guidance.overview.holds')}</List.Item>
        <List.Item>{t('guidance.overview.omits')}</List.Item>
      </List>
      {prepare.error !== null && <ErrorNotice error={prepare.error} />}
      <Button
        variant="default"
        leftSection={<IconFileText size={16} aria-hidden />}
        loading={prepare.busy}
        onClick={() => void make()}
      >
        {t('guidance.overview.make')}
      </Button>
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </Section>
  );
};
