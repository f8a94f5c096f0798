import { basename } from 'node:path';
import { isPrintable, printableTitle } from '@shared/domain/documents/printable.ts';
import type { ListRequest } from '@shared/domain/lists/list-choice.ts';
import { readableFileName } from '@shared/kernel/hidden-signs.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { findAttachment } from '../../attachments/attachment-rows.ts';
import { findGuidance } from '../../guidance/guidance-rows.ts';
import { headOf } from '../../guidance/record-head.ts';
import { readIntegrity } from '../../integrity/integrity.ts';
import { listOf } from '../../lists/list-of.ts';
import { findNoteFile } from '../../notes/export-note-file.ts';
import { readLeaving } from '../../notes/leaving.ts';
import { findNote } from '../../notes/note-rows.ts';
import { findDocuments } from '../../papers/document-rows.ts';
import { viewsOf } from '../../papers/views.ts';
import type { CallContext } from '../../rpc/context.ts';
import { unlockedOf } from '../../vault/unlocked.ts';
import { workspaceOf } from '../../workspace/workspace.ts';
import { isRoot } from '../new-identity.ts';
import { defineReadings, fact, facts, noReading } from './reading.ts';

const titleOf = (kind: string): string => (isPrintable(kind) ? printableTitle(kind) : kind);

/** What a list will be, whom it names, and for whom. */
const listFacts = (request: ListRequest, context: CallContext) => {
  const list = listOf(unlockedOf(context), request);
  if (!list.ok) return list;
  const { title, facts: said } = list.value;
  return ok([...fact('list', title), ...fact('listFacts', ...said.map(({ label, value }) => `${label}: ${value}`))]);
};

/** What leaves the vault in the clear, what is erased, and what opens it. */
export const leavingReadings = defineReadings({
  'attachments.export': ({ attachmentId }, { vault }) => {
    const file = findAttachment(vault.records, 'records', attachmentId);
    return file === undefined ? fail('unknownAttachment') : facts(fact('file', file.name));
  },
  'documents.exportView': ({ viewId }, { vault }) => {
    const view = viewsOf(vault).find(viewId);
    return view === undefined ? fail('unknownView') : facts(fact('document', titleOf(view.model.kind)));
  },
  'documents.export': ({ documentIds }, { vault }) => {
    const found = findDocuments(vault.records, documentIds);
    if (found.length < new Set(documentIds).size) return fail('unknownDocument');
    return facts(fact('document', ...found.map(({ summary }) => titleOf(summary.kind))));
  },
  'documents.exportWithCertificate': ({ documentId, fileToken }, { vault, files }) => {
    const [found] = findDocuments(vault.records, [documentId]);
    const path = files.resolve('file', fileToken);
    if (found === undefined) return fail('unknownDocument');
    if (path === undefined) return fail('unknownToken');
    const read = [fact('document', titleOf(found.summary.kind)), fact('certificate', readableFileName(basename(path)))];
    return ok({ ...noReading, facts: read.flat(), chooses: 'certificate' });
  },
  'guidance.exportCalendar': ({ guidanceId }, { vault }) => {
    const row = guidanceId === null ? undefined : findGuidance(vault.records, guidanceId);
    const topic = row === undefined ? undefined : headOf(vault.records, row)?.topic;
    return facts(fact('calendar', topic ?? { key: 'confirm.allSessions' }));
  },
  'competence.exportCsv': ({ what, year }) =>
    facts(fact('table', { key: `confirm.table.${what}` }), fact('year', String(year))),
  'lists.export': ({ format, protection, ...request }, context) => {
    const read = listFacts(request, context);
    if (!read.ok) return read;
    const isSealed = protection === 'passphrase';
    const protectedBy = fact('protection', { key: isSealed ? 'confirm.protected' : 'confirm.listUnprotected' });
    return ok({
      ...noReading,
      facts: [...read.value, ...fact('fileFormat', format.toUpperCase()), ...protectedBy],
      chooses: isSealed ? 'file' : null,
    });
  },
  'lists.print': (request, context) => {
    const read = listFacts(request, context);
    return read.ok ? facts(read.value) : read;
  },
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
