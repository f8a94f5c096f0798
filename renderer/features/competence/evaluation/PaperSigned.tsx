import { Radio, Stack } from '@mantine/core';
import { evaluatingOfficial } from '@shared/domain/competence/evaluation.ts';
import { officialFields } from '@shared/domain/competence/plan-fields.ts';
import { isIsoDate } from '@shared/kernel/date.ts';
import { useTranslation } from 'react-i18next';
import { AttachmentList } from '../../../ui/AttachmentList.tsx';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import { DateField } from '../../../ui/form/DateField.tsx';
import { FormFields } from '../../../ui/form/FormFields.tsx';
import { readBy } from '../../../ui/form/issues.ts';
import { useIssues } from '../../../ui/form/use-issues.ts';
import { PdfCheckNotice } from '../../../ui/PdfCheckNotice.tsx';
import { officialOf, type TypedEvaluation } from './typed-evaluation.ts';

export interface PaperSignedProps {
  readonly value: TypedEvaluation;
  readonly set: (edit: (current: TypedEvaluation) => TypedEvaluation) => void;
}

const names = { name: 'official', nip: 'officialNip', office: 'office' } as const;

/** Who signed outside of the vault, when, and the scans or the PDF. */
export const PaperSigned = ({ value, set }: PaperSignedProps) => {
  const { t } = useTranslation();
  const { medium, signedOn, files } = value;
  const { issue, judging } = useIssues(() => readBy(evaluatingOfficial, officialOf(value)).issues);
  return (
    <Stack gap="sm">
      <FormFields
        fields={officialFields}
        value={officialOf(value)}
        onChange={(name, next) => set((current) => ({ ...current, [names[name as keyof typeof names]]: next }))}
        issue={issue}
        judging={judging}
      />
      <Radio.Group
        label={t('guidance.scan.medium')}
        value={medium}
        onChange={(next) => set((current) => ({ ...current, medium: next as TypedEvaluation['medium'] }))}
      >
        <Stack gap={6} mt={6}>
          <Radio value="ink" label={t('guidance.scan.ink')} />
          <Radio value="tte" label={t('guidance.scan.tte')} />
        </Stack>
      </Radio.Group>
      <DateField
        label={t('guidance.scan.day')}
        value={signedOn}
        onChange={(day) => set((current) => ({ ...current, signedOn: day }))}
        error={isIsoDate(signedOn) ? undefined : t('fieldIssue.dateInvalid')}
      />
      <FileDrop
        label={t(medium === 'ink' ? 'guidance.scan.files' : 'guidance.scan.pdf')}
        store="records"
        caseId={null}
        purpose={medium === 'ink' ? 'attachment' : 'signedDocument'}
        onAdded={(file) => set((current) => ({ ...current, files: [...current.files, file] }))}
      />
      <AttachmentList
        attachments={files}
        onRemove={({ attachmentId }) =>
          set((current) => ({
            ...current,
            files: current.files.filter((file) => file.attachmentId !== attachmentId),
          }))
        }
      />
      {medium === 'tte' &&
        files
          .filter(({ mediaType }) => mediaType === 'application/pdf')
          .map((file) => <PdfCheckNotice key={file.attachmentId} file={file} />)}
    </Stack>
  );
};
