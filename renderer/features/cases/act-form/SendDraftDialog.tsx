import { Button, Group, List, Loader, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import type { ActInput } from '@shared/contract/case.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import type { Role } from '@shared/domain/identity/person.ts';
import { IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useDraft } from '../../../lib/draft.ts';
import { useProgress } from '../../../lib/progress.ts';
import { useCommand, useQueryCall } from '../../../lib/query.ts';
import { type PartsChoice as Parts, partBytesOf, proposedParts } from '../../../lib/sealing.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { PartsChoice } from '../../../ui/sealing/PartsChoice.tsx';
import { SealedNotice } from '../../../ui/sealing/SealedNotice.tsx';
import { TaskProgress } from '../../../ui/TaskProgress.tsx';
import { useCaseTexts } from '../texts.ts';
import { draftReceivers, toDraftContent } from './draft-receivers.ts';

export interface SendDraftDialogProps {
  readonly act: ActInput;
  readonly caseId: string;
  /** Roles in which somebody may sign it. */
  readonly capacities: readonly Role[];
  readonly attachments: readonly AttachmentRef[];
  readonly onClose: () => void;
}

/** Asks who is to sign, shows what goes along, seals the draft and says how to carry it. */
export const SendDraftDialog = ({ act, caseId, capacities, attachments, onClose }: SendDraftDialogProps) => {
  const { t, actName, roleNames } = useCaseTexts();
  const members = useQueryCall('directory.members', {});
  const receivers = draftReceivers(members.data ?? [], capacities);
  const remark = useDraft<string>({
    kind: `remark:${act.type}`,
    caseId,
    subjectKey: act.about ?? '',
    initial: '',
    read: (saved) => (typeof saved === 'string' ? saved : null),
  });
  const bytes = attachments.reduce((sum, { size }) => sum + size, 0);
  const [picked, setPicked] = useState<string | null>(null);
  const [parts, setParts] = useState<Parts>(proposedParts(bytes));
  const [files, setFiles] = useState<readonly string[] | null>(null);
  const seal = useCommand('exchange.sealDraft');
  const percent = useProgress('exchange.seal', seal.busy);
  const entryId = picked ?? (receivers.length === 1 ? (receivers[0]?.entryId ?? null) : null);
  const receiver = receivers.find((member) => member.entryId === entryId);
  const run = async (): Promise<void> => {
    if (receiver === undefined) return;
    const draft = toDraftContent(act, remark.value);
    const answer = await seal.run({ caseId, entryId: receiver.entryId, draft, partBytes: partBytesOf(parts) });
    if (!answer.ok || !answer.value.saved) return;
    await remark.discard();
    setFiles(answer.value.files);
  };
  const failure = seal.error ?? members.error;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('exchange.sendDraftTitle', { act: actName(act.type) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <Stack gap="md">
        {failure !== null && <ErrorNotice error={failure} />}
        {members.data === undefined && members.error === null && <Loader aria-label={t('common.loading')} />}
        {members.data !== undefined && receivers.length === 0 && (
          <Text>{t('exchange.noDraftReceiver', { roles: roleNames(capacities) })}</Text>
        )}
        {files !== null && receiver !== undefined && (
          <SealedNotice files={files} receiver={receiver.person.name}>
            <Text size="sm" mt="xs">
              {t('exchange.draftStays')}
            </Text>
          </SealedNotice>
        )}
        {files === null && receivers.length > 0 && (
          <>
            <Radio.Group label={t('exchange.whoSigns')} value={entryId} onChange={setPicked}>
              <Stack gap={6} mt={6}>
                {receivers.map((member) => (
                  <Radio
                    key={member.entryId}
                    value={member.entryId}
                    label={member.person.name}
                    description={roleNames(member.currentRoles.filter((role) => capacities.includes(role)))}
                  />
                ))}
              </Stack>
            </Radio.Group>
            <Textarea
              label={t('exchange.draftRemark')}
              description={t('exchange.draftRemarkHint')}
              autosize
              minRows={2}
              maxRows={8}
              maxLength={2000}
              value={remark.value}
              disabled={!remark.ready}
              onChange={(event) => remark.setValue(event.currentTarget.value)}
            />
            <div>
              <Text size="sm" fw={600}>
                {t('exchange.leaves')}
              </Text>
              <List size="sm">
                <List.Item>{t('exchange.draftLeaves', { act: actName(act.type) })}</List.Item>
                <List.Item>{t('cases.form.insideAttachments', { count: attachments.length })}</List.Item>
                <List.Item>{t('exchange.draftActsAlong')}</List.Item>
              </List>
            </div>
            <PartsChoice value={parts} onChange={setParts} bytes={bytes} disabled={seal.busy} />
            {seal.busy && <TaskProgress text={t('exchange.sealing')} percent={percent} />}
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t(files === null ? 'common.cancel' : 'common.close')}
          </Button>
          {files === null && receivers.length > 0 && (
            <Button
              leftSection={<IconMailForward size={17} aria-hidden />}
              loading={seal.busy}
              disabled={receiver === undefined}
              onClick={() => void run()}
            >
              {t('exchange.seal')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
};
