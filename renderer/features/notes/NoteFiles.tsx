import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachmentList } from '../../ui/AttachmentList.tsx';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { FileDialog } from '../../ui/viewer/FileView.tsx';
import { ExportNoteFile } from './ExportNoteFile.tsx';

export interface NoteFilesProps {
  readonly attachments: readonly AttachmentRef[];
  readonly onChange: (attachments: readonly AttachmentRef[]) => void;
  /** The note, once it is saved; null before. */
  readonly noteId: string | null;
  /** Lets a save that is under way end first. */
  readonly beforeExport: () => Promise<void>;
}

/** Files of a note; they are kept in notes.db, like the note. */
export const NoteFiles = ({ attachments, onChange, noteId, beforeExport }: NoteFilesProps) => {
  const { t } = useTranslation();
  const [viewed, setViewed] = useState<AttachmentRef | null>(null);
  const newest = useRef(attachments);
  newest.current = attachments;
  const set = (next: readonly AttachmentRef[]): void => {
    newest.current = next;
    onChange(next);
  };
  return (
    <div>
      <FileDrop
        label={t('notes.files')}
        store="notes"
        caseId={null}
        onAdded={(added) => set([...newest.current, added])}
      />
      <AttachmentList
        attachments={attachments}
        onOpen={setViewed}
        onRemove={(removed) => set(newest.current.filter(({ attachmentId }) => attachmentId !== removed.attachmentId))}
      />
      <FileDialog file={viewed} store="notes" onClose={() => setViewed(null)}>
        {viewed !== null && noteId !== null && (
          <ExportNoteFile noteId={noteId} attachmentId={viewed.attachmentId} beforeExport={beforeExport} />
        )}
      </FileDialog>
    </div>
  );
};
