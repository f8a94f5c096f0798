import type { DocumentSummary } from '@shared/contract/document-summary.ts';
import { isRecordKind } from '@shared/domain/documents/guidance/titles.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { listCases } from '../case/list-cases.ts';
import { employeesByDocument } from '../competence/document-people.ts';
import { isFileOfMistakenCase } from '../db/mistaken-cases.ts';
import { chooseFolderOf, chooseTargetOf, exportDepsOf } from '../export/call-deps.ts';
import { participantsByDocument } from '../guidance/document-people.ts';
import { knownNumbers } from '../papers/borne-numbers.ts';
import { findDocuments, listDocumentRows } from '../papers/document-rows.ts';
import { asBorne, proposeNumber } from '../papers/number-series.ts';
import { printOnPaper } from '../papers/print.ts';
import { viewsOf } from '../papers/views.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { noteEvent } from '../trail/note-event.ts';
import { viewed } from '../trail/note-view.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { workspaceOf } from '../workspace/workspace.ts';
import { type DocumentExportDeps, exportDocuments, exportView } from './export-documents.ts';
import { readDocument, readView } from './read-document.ts';

interface PrintEvent {
  readonly kind: 'documentPrinted' | 'formPrinted';
  readonly subject: string;
}

const papers = () => import('./papers.ts');

const exportDeps = (context: CallContext): DocumentExportDeps => ({
  ...exportDepsOf(context),
  chooseTarget: chooseTargetOf(context),
  chooseFolder: chooseFolderOf(context),
  folder: context.start.documentsFolder,
});

/** Records what went to paper; a print that was cancelled or broke off did not. */
const noted = (context: CallContext, printed: Awaited<ReturnType<typeof printOnPaper>>, event: PrintEvent) => {
  if (printed.ok && printed.value.printed) noteEvent(workspaceOf(context), event);
  return printed;
};

/**
 * The page of a paper that Bilik made: that of its act, whoever signed it, of its record of guidance or its evaluation.
 */
const pageOf = async (context: CallContext, { kind, state, actHash, documentId }: DocumentSummary) => {
  if (state !== 'signed') return undefined;
  const { findPaperAct, pageOfDocument, pageOfEvaluation, renderDocument, signedModel } = await papers();
  const { vault } = context;
  if (isRecordKind(kind)) return pageOfDocument(unlockedOf(context), documentId);
  if (kind === 'planEvaluation') return pageOfEvaluation(unlockedOf(context), documentId);
  const paper = actHash === null ? undefined : findPaperAct(vault, actHash);
  const model = paper?.ok ? signedModel(workspaceOf(context), paper.value) : null;
  return model === null ? undefined : ok(renderDocument(model, 'paper'));
};

/** Prints a paper of Bilik from its act or record; one brought back from outside has no page here to print from. */
const printDocument = async (context: CallContext, documentId: string) => {
  const { vault, host } = context;
  const document = findDocuments(vault.records, [documentId])[0];
  if (document === undefined) return fail('unknownDocument');
  const page = await pageOf(context, document.summary);
  if (!page?.ok) return fail('printFailed');
  const printed = await printOnPaper(host, page.value);
  return noted(context, printed, { kind: 'documentPrinted', subject: documentId });
};

const printView = async (context: CallContext, viewId: string) => {
  const view = viewsOf(context.vault).find(viewId);
  if (view === undefined) return fail('unknownView');
  const printed = await printOnPaper(context.host, view.paper);
  return noted(context, printed, { kind: 'formPrinted', subject: view.model.kind });
};

/** Papers made from acts, and papers brought back. */
export const documentsHandlers = defineHandlers({
  'documents.prepare': async (input, context) => {
    const { prepareForm } = await papers();
    return prepareForm(workspaceOf(context), context.host, input);
  },
  'documents.ofAct': async ({ hash }, context) => {
    const { documentOfAct } = await papers();
    return documentOfAct({ ...unlockedOf(context), host: context.host }, hash);
  },
  'documents.reading': async ({ documentId }, context) => {
    const { readingOf } = await papers();
    const unlocked = unlockedOf(context);
    const read = await readingOf({ ...unlocked, host: context.host }, documentId);
    return viewed(unlocked.work, { store: 'records', kind: 'documentViewed', subject: documentId }, read);
  },
  'documents.list': (_input, { vault }) => {
    const names = new Map(listCases(vault).map(({ summary }) => [summary.caseId, summary.employeeName]));
    const participants = new Map([...participantsByDocument(vault.records), ...employeesByDocument(vault.records)]);
    return ok(
      listDocumentRows(vault.records).map(({ summary }) => ({
        ...summary,
        employeeName: names.get(summary.caseId ?? '') ?? participants.get(summary.documentId) ?? '',
      })),
    );
  },
  'documents.read': (input, context) => {
    const work = workspaceOf(context);
    const view = { store: 'records', kind: 'documentViewed', subject: input.documentId } as const;
    return viewed(work, view, readDocument(work, input));
  },
  'documents.readView': (input, context) => readView(workspaceOf(context), input),
  'documents.print': ({ source }, context) =>
    'viewId' in source ? printView(context, source.viewId) : printDocument(context, source.documentId),
  'documents.exportView': ({ viewId, format }, context) =>
    exportView(workspaceOf(context), exportDeps(context), viewId, format),
  'documents.export': ({ documentIds }, context) =>
    exportDocuments(workspaceOf(context), exportDeps(context), documentIds),
  'documents.exportWithCertificate': async (input, context, { chosen }) => {
    const { exportWithCertificate } = await papers();
    const deps = { ...exportDeps(context), files: context.files };
    return exportWithCertificate(unlockedOf(context), deps, { ...input, passphrase: chosen ?? '' });
  },
  'documents.check': async ({ attachmentId }, context) => {
    if (isFileOfMistakenCase(context.vault.records, attachmentId)) return fail('unknownAttachment');
    const { checkDocument } = await papers();
    return checkDocument(unlockedOf(context), attachmentId);
  },
  'documents.proposeNumber': (input, { vault: { records } }) =>
    ok(proposeNumber(records, input, knownNumbers(records).map(asBorne(records)))),
});
