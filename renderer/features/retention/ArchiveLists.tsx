import { Button, Group } from '@mantine/core';
import { type ArchiveList, archiveLists, officePapers } from '@shared/domain/documents/office/kinds.ts';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { PaperDialog, type PreparedPaper } from '../../ui/PaperDialog.tsx';
import { Section } from '../../ui/Section.tsx';

/** Lists of the archive to print: all files, and what has become inactive; by numbers and days, without names. */
export const ArchiveLists = () => {
  const { t } = useTranslation();
  const prepare = useCommand('retention.prepare');
  const [prepared, setPrepared] = useState<PreparedPaper | null>(null);
  const show = async (list: ArchiveList): Promise<void> => {
    const made = await prepare.run({ list });
    if (made.ok) setPrepared({ viewId: made.value.viewId, title: officePapers[list].title });
  };
  return (
    <Section title={t('retention.lists')} intro={t('retention.listsIntro')}>
      <Group gap="xs">
        {archiveLists.map((list) => (
          <Button
            key={list}
            variant="default"
            loading={prepare.busy}
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => void show(list)}
          >
            {officePapers[list].title}
          </Button>
        ))}
      </Group>
      {prepare.error !== null && <ErrorNotice error={prepare.error} />}
      <PaperDialog prepared={prepared} onClose={() => setPrepared(null)} />
    </Section>
  );
};
