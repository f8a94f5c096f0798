import { Alert, Button, Grid, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { maxSearch } from '@shared/contract/fields.ts';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../lib/navigation.ts';
import { usePlace } from '../../lib/place.ts';
import { useQueryCall } from '../../lib/query.ts';
import { AfterErasure } from '../../ui/AfterErasure.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Page } from '../../ui/Page.tsx';
import { LeavingNotes } from './LeavingNotes.tsx';
import { MissingNotes } from './MissingNotes.tsx';
import { NoteList } from './NoteList.tsx';
import { OpenNote } from './OpenNote.tsx';
import type { OpenedNote } from './opened-note.ts';

/** The notebook: list and search on the left, the note on the right. */
export const NotesPage = () => {
  const { t } = useTranslation();
  const [opened, setOpened] = usePlace<OpenedNote>(usePath(), null);
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, 120);
  const notes = useQueryCall('notes.list', settled === '' ? {} : { search: settled }, { keepPrevious: true });
  const startNew = (): void => setOpened({ newNote: Date.now() });
  return (
    <Page title={t('notes.title')} actions={<Button onClick={startNew}>{t('notes.new')}</Button>}>
      <Alert icon={<IconLock aria-hidden />} variant="light" mb="md">
        {t('notes.banner')}
      </Alert>
      <LeavingNotes />
      <MissingNotes />
      <AfterErasure />
      {notes.error && <ErrorNotice error={notes.error} onRetry={() => void notes.refetch()} />}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, sm: 4 }}>
          <TextInput
            label={t('notes.search')}
            value={search}
            maxLength={maxSearch}
            onChange={(event) => setSearch(event.currentTarget.value)}
            mb="sm"
          />
          {notes.data?.length === 0 && (
            <EmptyState text={settled === '' ? t('notes.empty') : t('notes.noMatch', { search: settled })} />
          )}
          <NoteList
            notes={notes.data ?? []}
            openedId={opened !== null && 'noteId' in opened ? opened.noteId : null}
            onOpen={(noteId) => setOpened({ noteId })}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 8 }}>
          {opened === null ? (
            <EmptyState text={t('notes.choose')} />
          ) : (
            <OpenNote
              opened={opened}
              caseId={null}
              onSaved={(noteId) => setOpened({ noteId })}
              onErased={() => setOpened(null)}
            />
          )}
        </Grid.Col>
      </Grid>
    </Page>
  );
};
