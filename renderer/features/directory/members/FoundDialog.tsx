import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../../lib/format.ts';
import { useQueryCall } from '../../../lib/query.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { useNotice } from '../../../ui/notice.ts';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { useGuardedCommand } from '../../../ui/use-guarded-command.ts';
import { RoleSpansInput } from '../RoleSpansInput.tsx';
import { spansFit, spansFrom } from '../role-spans.ts';

export interface FoundDialogProps {
  /** Continues the directory of another publisher, with all its members. */
  readonly takeOver: boolean;
  readonly onClose: () => void;
}

/** Begins a directory of which this vault is the root, or continues that of another root. */
export const FoundDialog = ({ takeOver, onClose }: FoundDialogProps) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const kind = takeOver ? 'takeOver' : 'found';
  const roles = useQueryCall('session.get', {}).data?.unlocked?.roles ?? [];
  const [spans, setSpans] = useState(() => spansFrom(roles, today()));
  const found = useGuardedCommand('directory.found');
  const run = async (): Promise<void> => {
    const answer = await found.run({ roles: [...spans], takeOver }, t(`directory.${kind}Reason`));
    if (!answer?.ok) return;
    notice(t(`directory.${kind}Done`));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t(`directory.${kind}Title`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <Stack gap="sm">
        <Text>{t(`directory.${kind}Text`)}</Text>
        <RoleSpansInput value={spans} onChange={setSpans} />
        {found.error !== null && <ErrorNotice error={found.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button loading={found.busy} disabled={spans.length === 0 || !spansFit(spans)} onClick={() => void run()}>
            {t(`directory.${kind}`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
