import { Button, Group, Loader, Select, Stack, Text, TextInput } from '@mantine/core';
import { maxLine } from '@shared/domain/fields.ts';
import { maxVisible } from '@shared/domain/long-text.ts';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import { useQueryCall } from '../../lib/query.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { SaveState } from '../../ui/SaveState.tsx';
import { EraseNote } from './EraseNote.tsx';
import { NoteFiles } from './NoteFiles.tsx';
import { nearLength } from './note-content.ts';
import type { OpenedNote } from './opened-note.ts';
import { RichText } from './RichText.tsx';
import { type NoteText, useNote } from './use-note.ts';

export interface NoteEditorProps {
  readonly opened: Exclude<OpenedNote, null>;
  /** Case of a new note; null for none. */
  readonly caseId: string | null;
  /** Hears the id that a new note got with its first save. */
  readonly onSaved: (noteId: string) => void;
  readonly onErased: () => void;
}

/** Writes one note; what is typed is saved within a second, on leaving, and before a lock. */
export const NoteEditor = ({ opened, caseId, onSaved, onErased }: NoteEditorProps) => {
  const { t } = useTranslation();
  const cases = useQueryCall('case.list', {});
  const note = useNote(opened, caseId, onSaved);
  const { value, saved, error } = note;
  const { number } = useFormat();
  const shown = useDeferredValue(value.content);
  const length = useMemo(() => nearLength(shown), [shown]);
  const change = (part: Partial<NoteText>): void => note.setValue((current) => ({ ...current, ...part }));

  if (!note.ready && error !== null) return <ErrorNotice error={error} />;
  if (!note.ready) return <Loader aria-label={t('common.loading')} />;
  return (
    <Stack gap="sm">
      <TextInput
        label={t('notes.noteTitle')}
        value={value.title}
        maxLength={maxLine}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Select
        label={t('notes.forCase')}
        placeholder={t('notes.noCase')}
        clearable
        searchable
        data={(cases.data ?? []).map(({ caseId: id, employeeName, period }) => ({
          value: id,
          label: `${employeeName} · ${period}`,
        }))}
        value={value.caseId}
        onChange={(ofCase) => change({ caseId: ofCase })}
        clearButtonProps={{ 'aria-label': t('notes.noCase') }}
      />
      <div>
        <Text size="sm" fw={600} mb={2}>
          {t('notes.text')}
        </Text>
        <RichText label={t('notes.text')} content={value.content} onChange={(content) => change({ content })} />
        {length !== null && (
          <Text size="sm" role="status">
            {t('notes.nearlyFull', { length: number(length), most: number(maxVisible) })}
          </Text>
        )}
      </div>
      <NoteFiles
        attachments={value.attachments}
        onChange={(attachments) => change({ attachments })}
        noteId={saved?.noteId ?? null}
        beforeExport={note.flush}
      />
      <Group justify="space-between">
        <SaveState draft={{ saving: note.saving, savedAt: saved?.updatedAt ?? null, error }} isDraft={false} />
        {error !== null && (
          <Button size="compact-sm" variant="default" onClick={() => void note.flush()}>
            {t('common.retry')}
          </Button>
        )}
        {saved !== null && <EraseNote noteId={saved.noteId} beforeErase={note.flush} onErased={onErased} />}
      </Group>
    </Stack>
  );
};
