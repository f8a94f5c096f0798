import { shellText } from '@shared/i18n/shell.ts';
import { fail, ok } from '@shared/kernel/result.ts';
import { exportDepsOf } from '../export/call-deps.ts';
import type { CallContext } from '../rpc/context.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { workspaceOf } from '../workspace.ts';
import { chooseReceiver } from './choose-receiver.ts';
import { acknowledgeCopy, receivedCopies } from './copies.ts';
import type { Exchange } from './exchange.ts';
import { savePackage } from './format/save-package.ts';
import type { PackageSource } from './format/write-package.ts';
import { appendIncoming, beginIncoming, finishIncoming } from './incoming-files.ts';
import { cancelInspection, inspect, takeIn } from './inspections.ts';
import { journal } from './journal.ts';
import { outbox } from './outbox.ts';
import { countedChunks, type OnProgress, progressTo } from './progress.ts';
import { openDrafts, readReceivedDraft, settleDraft } from './received-drafts.ts';
import { renewEpoch } from './renew-epoch.ts';
import { type PackageOutput, sealCase, sealDraft, sealReceipt } from './seal.ts';

const exchangeOf = (context: CallContext): Exchange => ({ vault: context.vault, work: workspaceOf(context) });

/** Counts the files of a package as they are read. */
const withProgress = (source: PackageSource, onProgress: OnProgress): PackageSource => {
  const total = source.blobs.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const count = (bytes: number): void => {
    done += bytes;
    onProgress(done, total);
  };
  return {
    ...source,
    blobs: source.blobs.map((blob) => ({ ...blob, chunks: () => countedChunks(blob.chunks(), count) })),
  };
};

/** Asks by the system's dialog for the folder and writes there. */
const outputOf = (context: CallContext): PackageOutput => ({
  choose: async () => {
    const chosen = await context.host.ask('chooseFolder', {
      title: shellText(context.preferences.get().language, 'choosePackageFolder'),
      defaultPath: context.start.documentsFolder,
    });
    return chosen.ok ? chosen.value : null;
  },
  save: (folder, source, partBytes) => {
    const counted = withProgress(source, progressTo(context.emit, 'exchange.seal'));
    return savePackage(exportDepsOf(context), { folder, source: counted, partBytes });
  },
});

/** Kirim & Terima. */
export const exchangeHandlers = defineHandlers({
  'exchange.begin': (input, context) => beginIncoming(exchangeOf(context), input),
  'exchange.append': (input, context) => appendIncoming(exchangeOf(context), input),
  'exchange.finish': async ({ incomingId }, context) => {
    const finished = await finishIncoming(exchangeOf(context), incomingId);
    if (!finished.ok) return finished;
    const { path, name, size } = finished.value;
    return ok({ token: context.files.issue('file', path), name, size });
  },
  'exchange.inspect': async ({ fileTokens }, context) => {
    const paths = fileTokens.flatMap((token) => context.files.resolve('file', token) ?? []);
    if (paths.length !== fileTokens.length) return fail('unknownToken');
    return inspect(exchangeOf(context), paths, { onProgress: progressTo(context.emit, 'exchange.inspect') });
  },
  'exchange.cancel': (_input, context) => {
    cancelInspection(exchangeOf(context));
    return ok({});
  },
  'exchange.import': ({ inspectionId }, context) => takeIn(exchangeOf(context), inspectionId, false),
  'exchange.importHeld': ({ inspectionId }, context) => takeIn(exchangeOf(context), inspectionId, true),
  'exchange.outbox': ({ caseId }, context) => outbox(exchangeOf(context), caseId),
  'exchange.chooseReceiver': (input, context) => chooseReceiver(exchangeOf(context), input),
  'exchange.seal': (input, context) => sealCase(exchangeOf(context), outputOf(context), input),
  'exchange.sealDraft': (input, context) => sealDraft(exchangeOf(context), outputOf(context), input),
  'exchange.sealReceipt': (input, context) => sealReceipt(exchangeOf(context), outputOf(context), input),
  'exchange.journal': (_input, context) => ok(journal(exchangeOf(context))),
  'exchange.renewEpoch': (_input, context) => renewEpoch(exchangeOf(context)),
  'exchange.drafts': (_input, context) => ok(openDrafts(exchangeOf(context))),
  'exchange.draft': ({ draftId }, context) => readReceivedDraft(exchangeOf(context), draftId),
  'exchange.settleDraft': (input, context) => settleDraft(exchangeOf(context), input),
  'exchange.copies': (_input, context) => ok(receivedCopies(exchangeOf(context))),
  'exchange.acknowledgeCopy': (input, context) => acknowledgeCopy(exchangeOf(context), input),
});
