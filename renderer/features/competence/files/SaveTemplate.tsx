import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';

export interface SaveTemplateProps {
  readonly what: 'records' | 'table';
  readonly compact?: boolean;
}

/** Saves a file that has the columns and no row, for a spreadsheet. */
export const SaveTemplate = ({ what, compact = false }: SaveTemplateProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const save = useCommand('competence.saveTemplate');
  const run = async (): Promise<void> => {
    const answer = await save.run({ what });
    if (answer.ok && answer.value.saved) notice(t('competence.template.done'));
  };
  return (
    <Group>
      <Button
        variant="default"
        {...(compact ? { size: 'compact-md' } : {})}
        loading={save.busy}
        onClick={() => void run()}
      >
        {t('competence.template.save')}
      </Button>
      {save.error !== null && <ErrorNotice error={save.error} />}
    </Group>
  );
};
