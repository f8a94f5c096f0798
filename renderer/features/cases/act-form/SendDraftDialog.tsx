import { Button, Group, Loader, Modal, Radio, Stack, Text, Textarea } from '@mantine/core';
import { maxRemark } from '@shared/contract/fields.ts';
import { placeOf } from '@shared/domain/place/places.ts';
import { IconMailForward } from '@tabler/icons-react';
import { useGo } from '../../../lib/navigation.ts';
import { SealingDirectory } from '../../../ui/DirectoryAge.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';
import { OlderProgramNotice } from '../../../ui/sealing/OlderProgramNotice.tsx';
import { PartsChoice } from '../../../ui/sealing/PartsChoice.tsx';
import { SealedNotice } from '../../../ui/sealing/SealedNotice.tsx';
import { SealProgress } from '../../../ui/sealing/SealProgress.tsx';
import { WhatLeaves } from '../../../ui/sealing/WhatLeaves.tsx';
import { useCaseTexts } from '../texts.ts';
import { type DraftToSend, useSendDraft } from './use-send-draft.ts';

type Sending = ReturnType<typeof useSendDraft>;

interface PartProps extends Pick<DraftToSend, 'capacities'> {
  readonly sending: Sending;
}

/** Who is to sign, and a word for that person. */
const Signer = ({ sending, capacities }: PartProps) => {
  const { t, roleNames } = useCaseTexts();
  const { receivers, signer, pick, remark, busy } = sending;
  return (
    <>
      <Radio.Group label={t('exchange.whoSigns')} value={signer?.entryId ?? null} onChange={pick}>
        <Stack gap={6} mt={6}>
          {receivers.map((member) => (
            <Radio
              key={member.entryId}
              value={member.entryId}
              label={member.person.name}
              description={roleNames(member.currentRoles.filter((role) => capacities.includes(role)))}
              disabled={busy}
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
        maxLength={maxRemark}
        value={remark.value}
        disabled={!remark.ready || busy}
        onChange={(event) => remark.setValue(event.currentTarget.value)}
      />
    </>
  );
};

interface CargoProps extends PartProps {
  readonly caseId: string;
  readonly actType: string;
}

/** What would leave for who signs, and in how many files; or why it cannot. */
const Cargo = ({ sending, capacities, caseId, actType }: CargoProps) => {
  const { t, roleNames } = useCaseTexts();
  const go = useGo();
  const { signer, leaving, withheld, isRefused, parts, chooseParts, bytes, busy } = sending;
  if (signer === undefined) return null;
  if (leaving === undefined) {
    const roles = roleNames(signer.currentRoles.filter((role) => capacities.includes(role)));
    return (
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text>{t('exchange.notReceiver', { roles })}</Text>
        <Button variant="default" style={{ flexShrink: 0 }} onClick={() => go(placeOf('send', { caseId }))}>
          {t('exchange.toSend')}
        </Button>
      </Group>
    );
  }
  return (
    <>
      {isRefused && <OlderProgramNotice name={signer.person.name} what="acts" />}
      <WhatLeaves leaving={leaving} withheld={withheld} draftType={actType} />
      <PartsChoice value={parts} onChange={chooseParts} bytes={bytes} disabled={busy} />
      <SealProgress busy={busy} />
    </>
  );
};

export interface SendDraftDialogProps extends DraftToSend {
  readonly onClose: () => void;
}

/** Asks who is to sign, shows what goes along and what does not, seals the draft and says how to carry it. */
export const SendDraftDialog = ({ onClose, ...draft }: SendDraftDialogProps) => {
  const { t, actName, roleNames } = useCaseTexts();
  const go = useGo();
  const sending = useSendDraft(draft);
  const { files, busy, isLoaded, loadError, receivers, signer } = sending;
  const asking = files === null && isLoaded && receivers.length > 0;
  // Who was chosen receives nothing of this file: there is nothing to seal, and the way out stands above.
  const isDeadEnd = signer !== undefined && sending.leaving === undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('exchange.sendDraftTitle', { act: actName(draft.act.type) })}
      // Whoever closes it in the midst of sealing would not hear what came of it.
      closeOnEscape={!busy}
      closeOnClickOutside={!busy}
      closeButtonProps={{ 'aria-label': t('common.close'), disabled: busy }}
    >
      <ReturnFocus />
      <Stack gap="md">
        {loadError !== null && <ErrorNotice error={loadError} onRetry={sending.retry} />}
        {!isLoaded && loadError === null && <Loader aria-label={t('common.loading')} />}
        {isLoaded && receivers.length === 0 && (
          <Text>{t('exchange.noDraftReceiver', { roles: roleNames(draft.capacities) })}</Text>
        )}
        {files !== null && signer !== undefined && (
          <SealedNotice files={files} receiver={signer.person.name}>
            <Text size="sm" mt="xs">
              {t('exchange.draftStays')}
            </Text>
          </SealedNotice>
        )}
        {asking && (
          <>
            <SealingDirectory />
            <Signer sending={sending} capacities={draft.capacities} />
            <Cargo sending={sending} capacities={draft.capacities} caseId={draft.caseId} actType={draft.act.type} />
          </>
        )}
        {sending.error !== null && <ErrorNotice error={sending.error} />}
        <Group justify="flex-end">
          <Button variant="default" disabled={busy} onClick={onClose}>
            {t(files === null ? 'common.cancel' : 'common.close')}
          </Button>
          {files !== null && (
            <Button onClick={() => go(placeOf('case', { caseId: draft.caseId }))}>{t('cases.backToCase')}</Button>
          )}
          {asking && !isDeadEnd && (
            <Button
              leftSection={<IconMailForward size={17} aria-hidden />}
              loading={busy}
              disabled={sending.leaving === undefined}
              onClick={() => void sending.run()}
            >
              {t('exchange.seal')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
};
