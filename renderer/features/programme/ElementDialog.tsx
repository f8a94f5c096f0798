import { List, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import type { ProgrammeVersion } from '@shared/contract/programme.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { maxLine, maxText } from '@shared/domain/fields.ts';
import { blankSetting, type ProgrammeElement, type ProgrammeSetting } from '@shared/domain/programme/elements.ts';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../lib/draft.ts';
import { useFormat } from '../../lib/format.ts';
import { useCommand, useQueryCall } from '../../lib/query.ts';
import { AttachmentList } from '../../ui/AttachmentList.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';

export interface ElementDialogProps {
  readonly element: ProgrammeElement;
  readonly current: ProgrammeVersion | null;
  readonly onClose: () => void;
}

/** What was set before, the latest first. */
const History = ({ element }: { readonly element: ProgrammeElement }) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const earlier = (useQueryCall('programme.history', { element }).data ?? []).slice(1);
  if (earlier.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{t('programme.history')}</Text>
      <List size="sm" spacing={4}>
        {earlier.map(({ revision, setting, savedAt }) => (
          <List.Item key={revision}>
            {dateTime(savedAt)}: {setting.text || '–'}
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
  const { setting: value, files } = draft.value;
  const save = useCommand('programme.saveElement');
  const set = (edit: Partial<ProgrammeSetting>): void =>
    draft.setValue((known) => ({ ...known, setting: { ...known.setting, ...edit } }));
  const setFiles = (edit: (files: readonly AttachmentRef[]) => readonly AttachmentRef[]): void =>
    draft.setValue((known) => ({ ...known, files: [...edit(known.files)] }));
  const setDocument = (edit: Partial<ProgrammeSetting['document']>): void =>
    set({ document: { ...value.document, ...edit } });
  const submit = async (): Promise<void> => {
    const setting = { ...value, attachmentIds: files.map(({ attachmentId }) => attachmentId) };
    const saved = await save.run({ element, revision: current?.revision ?? 0, setting });
    if (!saved.ok) return;
    await draft.discard();
    onClose();
  };
  const line = (label: string, text: string, onChange: (text: string) => void, type?: 'date') => (
    <TextInput
      label={label}
      value={text}
      maxLength={maxLine}
      {...(type && { type })}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
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
      <Textarea
        label={t('programme.field.text')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={maxText}
        value={value.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {line(t('programme.field.title'), value.document.title, (title) => setDocument({ title }))}
        {line(t('programme.field.number'), value.document.number, (number) => setDocument({ number }))}
        {line(t('programme.field.date'), value.document.date, (date) => setDocument({ date }), 'date')}
        {line(t('programme.field.unit'), value.unit, (unit) => set({ unit }))}
        {line(t('programme.field.since'), value.since, (since) => set({ since }), 'date')}
        {line(t('programme.field.until'), value.until, (until) => set({ until }), 'date')}
      </SimpleGrid>
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
