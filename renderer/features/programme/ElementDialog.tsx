import { List, Text } from '@mantine/core';
import type { ProgrammeVersion } from '@shared/contract/programme.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { blankSetting, type ProgrammeElement } from '@shared/domain/programme/elements.ts';
import { settingFields } from '@shared/domain/programme/setting-fields.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../lib/draft.ts';
import { useFormat } from '../../lib/format.ts';
import { useCommand, useQueryCall } from '../../lib/query.ts';
import { AttachmentList } from '../../ui/AttachmentList.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { FieldRows } from '../../ui/form/FieldRows.tsx';
import { FormFields } from '../../ui/form/FormFields.tsx';
import { noIssues } from '../../ui/form/issues.ts';
import { rowsOf } from '../../ui/form/reading.ts';
import { useReading } from '../../ui/form/use-reading.ts';

export interface ElementDialogProps {
  readonly element: ProgrammeElement;
  readonly current: ProgrammeVersion | null;
  readonly onClose: () => void;
}

/** What was set before, the latest first. */
const History = ({ element }: { readonly element: ProgrammeElement }) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const reading = useReading();
  const earlier = (useQueryCall('programme.history', { element }).data ?? []).slice(1);
  if (earlier.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{t('programme.history')}</Text>
      <List size="sm" spacing={4}>
        {earlier.map(({ revision, setting, savedAt }) => (
          <List.Item key={revision}>
            {dateTime(savedAt)}
            <FieldRows rows={rowsOf(settingFields, setting, reading)} />
          </List.Item>
        ))}
      </List>
    </div>
  );
};

/** Sets one element: what, by which document, since when, and who answers for it. Earlier settings stay readable. */
export const ElementDialog = ({ element, current, onClose }: ElementDialogProps) => {
  const { t } = useTranslation();
  const draft = useDraft({
    kind: 'programmeElement',
    caseId: null,
    subjectKey: element,
    initial: { setting: current?.setting ?? blankSetting(), files: current?.attachments ?? [] },
  });
  const { setting, files } = draft.value;
  const save = useCommand('programme.saveElement');
  const setFiles = (edit: (files: readonly AttachmentRef[]) => readonly AttachmentRef[]): void =>
    draft.setValue((known) => ({ ...known, files: [...edit(known.files)] }));
  const submit = async (): Promise<void> => {
    const whole = { ...setting, attachmentIds: files.map(({ attachmentId }) => attachmentId) };
    const saved = await save.run({ element, revision: current?.revision ?? 0, setting: whole });
    if (!saved.ok) return;
    await draft.discard();
    onClose();
  };
  return (
    <FormDialog
      title={t(`programme.element.${element}`)}
      busy={save.busy}
      draft={draft}
      error={save.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t(`programme.hint.${element}`)}
      </Text>
      <FormFields
        fields={settingFields}
        value={setting}
        onChange={(name, next) =>
          draft.setValue((known) => ({ ...known, setting: { ...known.setting, [name]: next } }))
        }
        issue={noIssues}
      />
      <FileDrop
        label={t('programme.field.file')}
        store="records"
        caseId={null}
        onAdded={(file) => setFiles((known) => [...known, file])}
      />
      <AttachmentList
        attachments={files}
        onRemove={(file) => setFiles((known) => known.filter((other) => other !== file))}
      />
      <History element={element} />
    </FormDialog>
  );
};
