import { Loader, Modal, Stack, Text, Textarea } from '@mantine/core';
import type { AuditStore } from '@shared/domain/audit/kinds.ts';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../ui/ReturnFocus.tsx';

export interface CheckpointDialogProps {
  readonly store: AuditStore;
  readonly onClose: () => void;
}

/** Length and head of a trail now, signed, to be kept elsewhere; and the key for programs that check it. */
export const CheckpointDialog = ({ store, onClose }: CheckpointDialogProps) => {
  const { t } = useTranslation();
  const checkpoint = useQueryCall('audit.checkpoint', { store });
  return (
    <Modal
      opened
      size="lg"
      title={`${t('auditTrail.checkpoint')}: ${t(`auditTrail.stores.${store}`)}`}
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <Stack gap="sm">
        <Text>{t('auditTrail.checkpointHint')}</Text>
        {checkpoint.error !== null && <ErrorNotice error={checkpoint.error} />}
        {checkpoint.isFetching && <Loader aria-label={t('common.loading')} />}
        {checkpoint.data !== undefined && !checkpoint.isFetching && (
          <>
            <Textarea
              label={t('auditTrail.checkpoint')}
              readOnly
              autosize
              data-autofocus
              value={checkpoint.data.note}
              styles={{ input: { fontFamily: 'monospace' } }}
            />
            <Textarea
              label={t('auditTrail.verifierKey')}
              readOnly
              autosize
              value={checkpoint.data.verifierKey}
              styles={{ input: { fontFamily: 'monospace' } }}
            />
          </>
        )}
      </Stack>
    </Modal>
  );
};
