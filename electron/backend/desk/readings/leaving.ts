import { documentTitles, isDocumentKind } from '@shared/domain/documents/kind.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { findAttachment } from '../../attachments/attachment-rows.ts';
import { findGuidance } from '../../guidance/guidance-rows.ts';
import { headOf } from '../../guidance/record-head.ts';
import { readIntegrity } from '../../integrity/integrity.ts';
import { findNoteFile } from '../../notes/export-note-file.ts';
import { readLeaving } from '../../notes/leaving.ts';
import { findNote } from '../../notes/note-rows.ts';
import { findDocuments } from '../../papers/document-rows.ts';
import { viewsOf } from '../../papers/views.ts';
import { workspaceOf } from '../../workspace/workspace.ts';
import { isRoot } from '../new-identity.ts';
import { defineReadings, fact, facts, noReading } from './reading.ts';

const titleOf = (kind: string): string => (isDocumentKind(kind) ? documentTitles[kind] : kind);

/** What leaves the vault in the clear, what is erased, and what opens it. */
export const leavingReadings = defineReadings({
  'attachments.export': ({ attachmentId }, { vault }) => {
    const file = findAttachment(vault.records, 'records', attachmentId);
    return file === undefined ? fail('unknownAttachment') : facts(fact('file', file.name));
  },
  'documents.exportView': ({ viewId }, { vault }) => {
    const view = viewsOf(vault).find(viewId);
    return view === undefined ? fail('unknownView') : facts(fact('document', titleOf(view.kind)));
  },
  'documents.export': ({ documentIds }, { vault }) => {
    const found = findDocuments(vault.records, documentIds);
    if (found.length < new Set(documentIds).size) return fail('unknownDocument');
    return facts(fact('document', ...found.map(({ summary }) => titleOf(summary.kind))));
  },
  'guidance.exportCalendar': ({ guidanceId }, { vault }) => {
    const row = guidanceId === null ? undefined : findGuidance(vault.records, guidanceId);
    const topic = row === undefined ? undefined : headOf(vault.records, row)?.topic;
    return facts(fact('calendar', topic ?? { key: 'confirm.allSessions' }));
  },
  'competence.exportCsv': ({ what, year }) =>
    facts(fact('table', { key: `confirm.table.${what}` }), fact('year', String(year))),
  'audit.export': ({ store }) => facts(fact('trail', { key: `confirm.store.${store}` })),
  'identity.exportReceiving': ({ protection }) =>
    ok({
      ...noReading,
      facts: fact('protection', { key: protection === 'none' ? 'confirm.unprotected' : 'confirm.protected' }),
      chooses: protection === 'none' ? null : 'file',
    }),
  'notes.exportFile': (input, { vault }) => {
    const found = findNoteFile(vault.notes, input);
    return found.ok ? facts(fact('file', found.value.file.name), fact('note', found.value.note.title)) : found;
  },
  'notes.erase': ({ noteId }, { vault }) => {
    const note = findNote(vault.notes, noteId);
    // A note that is not there is refused by its handler, in its own words.
    return note === undefined ? fail('unknownNote') : facts(fact('note', note.title));
  },
  'notes.eraseAll': (_input, context) => facts(fact('notes', String(readLeaving(workspaceOf(context)).notes))),
  'exchange.renewEpoch': () => ok(noReading),
  'integrity.accept': (_input, context) =>
    facts(
      fact('findings', ...readIntegrity(workspaceOf(context)).findings.map(({ code }) => ({ key: `finding.${code}` }))),
    ),
  'keys.rotate': () => ok(noReading),
  'keys.replaceIdentity': ({ reason }, { vault }) =>
    isRoot(vault, vault.records)
      ? fail('identityIsRoot')
      : facts(fact('identityReason', { key: `keys.identityReason.${reason}` })),
  'keys.makeSheet': () => ok(noReading),
  'vault.changePassphrase': () => ok({ ...noReading, chooses: 'vault' }),
});
