import { Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { isIsoDate } from '@shared/kernel/date.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../lib/query.ts';
import { AttachmentList } from '../../../ui/AttachmentList.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { PdfCheckNotice } from '../../../ui/PdfCheckNotice.tsx';
import { ReturnFocus } from '../../../ui/ReturnFocus.tsx';

export interface ScanDialogProps {
  readonly hash: string;
  /** Day of the record, where the signatures usually come from. */
  readonly signedOn: string;
  readonly onClose: () => void;
}

/** Brings back what was signed outside: photographs or scans of the paper, or the PDF with its TTE. */
export const ScanDialog = ({ hash, signedOn, onClose }: ScanDialogProps) => {
  const { t } = useTranslation();
  const [medium, setMedium] = useState<'ink' | 'tte'>('ink');
  const [day, setDay] = useState(signedOn);
  const [files, setFiles] = useState<readonly AttachmentRef[]>([]);
  const add = useCommand('guidance.addPaper');
  const isDay = isIsoDate(day);
  const keep = async (): Promise<void> => {
    const attachmentIds = files.map(({ attachmentId }) => attachmentId);
    const answer = await add.run({ hash, medium, signedOn: day, attachmentIds });
    if (answer.ok) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('guidance.records.scan')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ReturnFocus />
      <Stack gap="sm">
        <Text>{t('guidance.scan.intro')}</Text>
        <Radio.Group
          label={t('guidance.scan.medium')}
          value={medium}
          onChange={(next) => setMedium(next as 'ink' | 'tte')}
        >
          <Stack gap={6} mt={6}>
            <Radio value="ink" label={t('guidance.scan.ink')} />
            <Radio value="tte" label={t('guidance.scan.tte')} />
          </Stack>
        </Radio.Group>
        <DateField
          label={t('guidance.scan.day')}
          value={day}
          onChange={setDay}
          error={isDay ? undefined : t('fieldIssue.dateInvalid')}
        />
        <FileDrop
          label={t(medium === 'ink' ? 'guidance.scan.files' : 'guidance.scan.pdf')}
          store="records"
          caseId={null}
          purpose={medium === 'ink' ? 'attachment' : 'signedDocument'}
          onAdded={(file) => setFiles((known) => [...known, file])}
        />
        <AttachmentList
          attachments={files}
          onRemove={(file) => setFiles((known) => known.filter((other) => other !== file))}
        />
        {medium === 'tte' &&
          files
            .filter(({ mediaType }) => mediaType === 'application/pdf')
            .map((file) => <PdfCheckNotice key={file.attachmentId} file={file} />)}
        {add.error !== null && <ErrorNotice error={add.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={files.length === 0 || !isDay} loading={add.busy} onClick={() => void keep()}>
            {t('guidance.scan.keep')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
