import type { WireError } from '@shared/contract/method.ts';
import type { RpcClient } from '../../lib/rpc/client.ts';

/** What the editor holds of a note. */
export interface NoteText {
  readonly title: string;
  readonly content: string;
  readonly plain: string;
  readonly caseId: string | null;
  readonly attachmentIds: readonly string[];
}

export interface NoteSaved {
  readonly noteId: string;
  readonly updatedAt: string;
}

export interface NoteSaver {
  /** Takes the newest text; it is written within 700 ms. */
  readonly change: (text: NoteText) => void;
  /** Writes at once what is not written yet. */
  readonly flush: () => Promise<void>;
}

const delay = 700;

/**
 * Saves a note as it is typed: one save at a time, always the newest text. A new note (`noteId` null)
 * gets its id with the first save. `onSaved` and `onError` hear of each save.
 */
export const createNoteSaver = (
  rpc: Pick<RpcClient, 'call'>,
  noteId: string | null,
  onSaved: (saved: NoteSaved) => void,
  onError: (error: WireError) => void,
): NoteSaver => {
  let id = noteId;
  let waiting: NoteText | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  const saveNewest = async (): Promise<void> => {
    const text = waiting;
    if (text === null) return;
    waiting = null;
    const saved = await rpc.call('notes.save', { noteId: id, ...text, attachmentIds: [...text.attachmentIds] });
    if (saved.ok) {
      id = saved.value.noteId;
      onSaved(saved.value);
    } else {
      waiting ??= text;
      onError(saved.error);
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    running = running.then(saveNewest);
    return running;
  };
  return {
    change: (text) => {
      waiting = text;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delay);
    },
    flush,
  };
};
