import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { toAttachmentRef } from '../attachments/attachment-ref.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { filesOfNote, findNote } from './note-rows.ts';

export interface Note {
  readonly noteId: string;
  readonly caseId: string | null;
  readonly title: string;
  /** Rich text as the editor gave it. */
  readonly content: string;
  readonly attachments: AttachmentRef[];
  readonly updatedAt: string;
}

/** A note with its text and its files. */
export const getNote = (work: Workspace, noteId: string): Result<Note, AppError<'unknownNote'>> => {
  const row = findNote(work.notes, noteId);
  if (row === undefined) return fail('unknownNote');
  const { caseId, title, updatedAt } = row;
  const content = typeof row.content === 'string' ? row.content : JSON.stringify(row.content);
  const attachments = filesOfNote(work.notes, noteId).flatMap((file) => toAttachmentRef(file) ?? []);
  return ok({ noteId, caseId, title, content, attachments, updatedAt });
};
