import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ConversionInput } from '@shared/domain/competence/conversion.ts';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';

export interface PublishDialogProps {
  readonly table: ConversionInput;
  readonly onClose: () => void;
  readonly onPublished: () => Promise<void>;
}

/** Says what a new version changes and what it leaves as it was, before it is published for good. */
export const PublishDialog = ({ table, onClose, onPublished }: PublishDialogProps) => {
  const { t } = useTranslation();
  const publish = useCommand('competence.publishTable');
  const { fromYear: year, rows } = table;
  const run = async (): Promise<void> => {
    const published = await publish.run({ table });
    if (published.ok) await onPublished();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('competence.table.confirm', { year })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <Stack gap="sm">
        <Text>{t('competence.table.confirmText', { year, rows: rows.length })}</Text>
        {publish.error !== null && <ErrorNotice error={publish.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={publish.busy} onClick={() => void run()}>
            {t('competence.table.publish', { year })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
