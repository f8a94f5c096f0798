import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { WireError } from '@shared/contract/method.ts';
import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { maxLine } from '@shared/domain/fields.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, useQueryCall } from '../../lib/query.ts';
import { useRpc } from '../../lib/rpc-context.ts';
import { beforeLock } from '../../lib/unsaved.ts';
import { SaveState } from '../../ui/SaveState.tsx';
import { EraseNote } from './EraseNote.tsx';
import { NoteFiles } from './NoteFiles.tsx';
import { createNoteSaver } from './note-saver.ts';
import { RichText } from './RichText.tsx';

/** A note as the editor takes it; `noteId` null: not saved yet. */
export interface EditableNote {
  readonly noteId: string | null;
  readonly caseId: string | null;
  readonly title: string;
  readonly content: string;
  readonly attachments: readonly AttachmentRef[];
}

/** A new note. */
export const emptyNote: EditableNote = { noteId: null, caseId: null, title: '', content: '', attachments: [] };

export interface NoteEditorProps {
  readonly note: EditableNote;
  readonly onSaved: (noteId: string) => void;
  readonly onErased: () => void;
}

/** Writes one note; what is typed is saved within a second, on leaving, and before a lock. */
export const NoteEditor = ({ note, onSaved, onErased }: NoteEditorProps) => {
  const { t } = useTranslation();
  const rpc = useRpc();
  const queries = useQueryClient();
  const cases = useQueryCall('case.list', {});
  const [current, setCurrent] = useState({ ...note, plain: '' });
  const [noteId, setNoteId] = useState(note.noteId);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [error, setError] = useState<WireError | null>(null);
  const hears = useRef({ onSaved });
  hears.current = { onSaved };

  const saver = useMemo(
    () =>
      createNoteSaver(
        rpc,
        note.noteId,
        (saved) => {
          setNoteId(saved.noteId);
          setSavedAt(saved.updatedAt);
          setError(null);
          hears.current.onSaved(saved.noteId);
          invalidateTopics(queries, ['notes']);
        },
        setError,
      ),
    [rpc, queries, note.noteId],
  );
  useEffect(() => {
    const stopListening = rpc.onEvent((event) => {
      if (event.event === 'lockSoon') void saver.flush();
    });
    const forget = beforeLock(saver.flush);
    return () => {
      stopListening();
      forget();
      void saver.flush();
    };
  }, [rpc, saver]);

  const change = (part: Partial<typeof current>): void => {
    const next = { ...current, ...part };
    setCurrent(next);
    const { title, content, plain, caseId, attachments } = next;
    saver.change({ title, content, plain, caseId, attachmentIds: attachments.map(({ attachmentId }) => attachmentId) });
  };

  return (
    <Stack gap="sm">
      <TextInput
        label={t('notes.noteTitle')}
        value={current.title}
        maxLength={maxLine}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Select
        label={t('notes.forCase')}
        placeholder={t('notes.noCase')}
        clearable
        searchable
        data={(cases.data ?? []).map(({ caseId, employeeName, period }) => ({
          value: caseId,
          label: `${employeeName} · ${period}`,
        }))}
        value={current.caseId}
        onChange={(caseId) => change({ caseId })}
        clearButtonProps={{ 'aria-label': t('notes.noCase') }}
      />
      <div>
        <Text size="sm" fw={500} mb={2}>
          {t('notes.text')}
        </Text>
        <RichText
          label={t('notes.text')}
          content={note.content}
          onChange={(content, plain) => change({ content, plain })}
        />
      </div>
      <NoteFiles attachments={current.attachments} onChange={(attachments) => change({ attachments })} />
      <Group justify="space-between">
        <SaveState draft={{ saving: false, savedAt, error }} isDraft={false} />
        {error !== null && (
          <Button size="compact-sm" variant="default" onClick={() => void saver.flush()}>
            {t('common.retry')}
          </Button>
        )}
        {noteId !== null && <EraseNote noteId={noteId} beforeErase={saver.flush} onErased={onErased} />}
      </Group>
    </Stack>
  );
};
