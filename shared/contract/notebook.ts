import { attachmentRefSchema } from '@shared/domain/case/body.ts';
import { day, id, maxFiles, optionalLine } from '@shared/domain/fields.ts';
import { maxTextPiece } from '@shared/domain/long-text.ts';
import { noteDecision, noteFates, notesQuestions } from '@shared/domain/retention/own-notes.ts';
import { z } from 'zod';
import { search } from './fields.ts';
import { command, exportErrors, query } from './method.ts';

/**
 * A text of any length: its last piece, and the name under which all before it was moved (`texts.move`). `wordsOnly`:
 * with its form it is more than can be stored; its words are kept beside, and that is said (`textTooFormatted`).
 */
const longText = {
  content: z.string().max(maxTextPiece),
  movedBefore: id.optional(),
  wordsOnly: z.literal(true).optional(),
};
const longTextErrors = ['unknownText', 'textTooLong', 'textTooLarge', 'textTooFormatted'] as const;

const noteSummary = z.strictObject({
  noteId: z.string(),
  caseId: z.string().nullable(),
  title: z.string(),
  /** First characters of the text, or the place of the match when searching. */
  excerpt: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type NoteSummary = z.infer<typeof noteSummary>;

/** Private notes and unsent drafts: both live in notes.db alone. */
export const notebookContract = {
  'notes.list': query({
    input: z.strictObject({ caseId: z.string().nullable().optional(), search: search.optional() }),
    output: z.array(noteSummary),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  'notes.get': query({
    input: z.strictObject({ noteId: z.string() }),
    output: z.strictObject({
      noteId: z.string(),
      caseId: z.string().nullable(),
      title: z.string(),
      content: z.string(),
      attachments: z.array(attachmentRefSchema),
      updatedAt: z.string(),
    }),
    errors: ['unknownNote'],
    needs: { session: 'unlocked' },
  }),
  /** Moves the next piece of a text that is too long for one message; `textId` null: the first. */
  'texts.move': command({
    input: z.strictObject({ textId: id.nullable(), text: z.string().max(maxTextPiece) }),
    output: z.strictObject({ textId: id }),
    errors: ['unknownText', 'textTooLarge'],
    needs: { session: 'unlocked' },
    changes: [],
  }),
  /** Writes a note (`noteId` null: a new one). Its content is rich text as the editor keeps it (ProseMirror JSON). */
  'notes.save': command({
    input: z.strictObject({
      noteId: z.string().nullable(),
      caseId: z.string().nullable(),
      title: optionalLine,
      ...longText,
      attachmentIds: z.array(z.string()).max(maxFiles),
    }),
    output: z.strictObject({ noteId: z.string(), updatedAt: z.string() }),
    errors: ['unknownNote', 'unknownAttachment', ...longTextErrors],
    needs: { session: 'unlocked' },
    changes: ['notes'],
  }),
  /** Erases a note with its files, for good. */
  'notes.erase': command({
    input: z.strictObject({ noteId: z.string() }),
    output: z.strictObject({}),
    errors: ['unknownNote'],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['notes', 'backup'],
  }),
  /** What becomes of all private notes of a counsellor who leaves: what was decided, and what is asked today. */
  'notes.leaving': query({
    input: z.strictObject({}),
    output: z.strictObject({
      notes: z.number().int(),
      decision: noteDecision.nullable(),
      question: z.enum(notesQuestions).nullable(),
    }),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  /** Keeps the decision; erases nothing. `until` is there for `keepUntil` alone, and later than today. */
  'notes.decide': command({
    input: z.strictObject({ fate: z.enum(noteFates), until: day.nullable() }),
    output: z.strictObject({}),
    errors: ['untilNotLater'],
    needs: { session: 'unlocked' },
    changes: ['notes'],
  }),
  /** Erases every private note with its files, for good. */
  'notes.eraseAll': command({
    input: z.strictObject({}),
    output: z.strictObject({ erased: z.number().int() }),
    errors: [],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: ['notes', 'backup'],
  }),
  /**
   * "Simpan lampiran di luar brankas": the one way in which a file of a private note leaves, by its holder's own
   * deliberate act, to where the system's dialog says. Neither the note nor its text ever leaves.
   */
  'notes.exportFile': command({
    input: z.strictObject({ noteId: z.string(), attachmentId: z.string() }),
    output: z.strictObject({ saved: z.boolean() }),
    errors: ['unknownNote', 'unknownAttachment', ...exportErrors],
    needs: { session: 'unlocked', confirmation: 'passphrase' },
    changes: [],
  }),
  'drafts.list': query({
    input: z.strictObject({ caseId: z.string().nullable().optional() }),
    output: z.array(
      z.strictObject({
        draftId: z.string(),
        /** What is being drafted, e.g. an act type. */
        kind: z.string(),
        caseId: z.string().nullable(),
        subjectKey: z.string(),
        updatedAt: z.string(),
      }),
    ),
    errors: [],
    needs: { session: 'unlocked' },
  }),
  'drafts.get': query({
    input: z.strictObject({ draftId: z.string() }),
    output: z.strictObject({
      draftId: z.string(),
      kind: z.string(),
      caseId: z.string().nullable(),
      subjectKey: z.string(),
      content: z.string(),
      updatedAt: z.string(),
    }),
    errors: ['unknownDraft'],
    needs: { session: 'unlocked' },
  }),
  /** Saves what a person is typing; one draft per (kind, caseId, subjectKey). */
  'drafts.save': command({
    input: z.strictObject({
      kind: z.string().min(1).max(60),
      caseId: z.string().nullable(),
      subjectKey: z.string().max(200),
      ...longText,
    }),
    output: z.strictObject({ draftId: z.string(), updatedAt: z.string() }),
    errors: longTextErrors,
    needs: { session: 'unlocked' },
    changes: ['drafts', 'overview'],
  }),
  'drafts.discard': command({
    input: z.strictObject({ draftId: z.string() }),
    output: z.strictObject({}),
    errors: ['unknownDraft'],
    needs: { session: 'unlocked' },
    changes: ['drafts', 'overview'],
  }),
} as const;
