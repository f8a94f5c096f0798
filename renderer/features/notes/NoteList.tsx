import { NavLink } from '@mantine/core';
import type { NoteSummary } from '@shared/contract/notebook.ts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';

export interface NoteListProps {
  readonly notes: readonly NoteSummary[];
  readonly openedId: string | null;
  readonly onOpen: (noteId: string) => void;
}

/** Notes by title, date and first words. */
export const NoteList = ({ notes, openedId, onOpen }: NoteListProps) => {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  return (
    <nav aria-label={t('notes.list')}>
      {notes.map(({ noteId, title, excerpt, updatedAt }) => (
        <NavLink
          key={noteId}
          component="button"
          type="button"
          active={noteId === openedId}
          aria-current={noteId === openedId ? 'true' : undefined}
          label={title === '' ? t('notes.untitled') : title}
          description={`${dateTime(updatedAt)} · ${excerpt.slice(0, 90)}`}
          onClick={() => onOpen(noteId)}
        />
      ))}
    </nav>
  );
};
