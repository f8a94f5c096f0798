import { Alert, Button, Stack } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../lib/query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NoteList } from './NoteList.tsx';
import { OpenNote } from './OpenNote.tsx';
import type { OpenedNote } from './opened-note.ts';

/** Notes of one case, to read and write beside a form. */
export const NotesSidePanel = ({ caseId }: { readonly caseId: string | null }) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<OpenedNote>(null);
  const notes = useQueryCall('notes.list', { caseId });
  return (
    <Stack gap="sm">
      <Alert icon={<IconLock aria-hidden />} variant="light">
        {t('notes.banner')}
      </Alert>
      <Button variant="default" onClick={() => setOpened({ newNote: Date.now() })}>
        {t('notes.new')}
      </Button>
      {notes.data?.length === 0 && opened === null && <EmptyState text={t('notes.empty')} />}
      <NoteList
        notes={notes.data ?? []}
        openedId={opened !== null && 'noteId' in opened ? opened.noteId : null}
        onOpen={(noteId) => setOpened({ noteId })}
      />
      {opened !== null && (
        <OpenNote
          opened={opened}
          caseId={caseId}
          onSaved={(noteId) => setOpened({ noteId })}
          onErased={() => setOpened(null)}
        />
      )}
    </Stack>
  );
};
