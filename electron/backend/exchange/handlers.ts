import { fail, ok } from '@shared/kernel/result.ts';
import { erasedCopyRows } from '../db/erased-copies.ts';
import { groupParts } from '../formats/package/group-parts.ts';
import { writeErasedLists } from '../retention/erased-list.ts';
import { defineHandlers } from '../rpc/define-handlers.ts';
import { unlockedOf } from '../vault/unlocked.ts';
import { nodeAtomicFs } from '../vault/write-atomically.ts';
import { alikeIn, decide } from './decide.ts';
import { erasuresBetween } from './erasures.ts';
import { journal } from './journal.ts';
import { progressTo } from './ledger/progress.ts';
import { renewEpoch } from './ledger/renew-epoch.ts';
import { acknowledgeCopy, answerCopy, askCorrection, receivedCopies } from './receive/copies.ts';
import { appendIncoming, beginIncoming, finishIncoming } from './receive/incoming-files.ts';
import { cancelInspection, inspect, inspectUnsealed, takeIn, tellApart } from './receive/inspections.ts';
import { openDrafts, readReceivedDraft, settleDraft } from './receive/received-drafts.ts';
import { review } from './review.ts';
import { sealErasure } from './seal-erasure.ts';
import { chooseReceiver } from './send/choose-receiver.ts';
import { outbox } from './send/outbox.ts';
import { breakOffSealing, withOutput } from './send/package-output.ts';
import { sealCase, sealDraft, sealReceipt } from './send/seal.ts';
import { figuresReceivers, sealFigures } from './send/seal-figures.ts';
import { recordReceivers, sealRecord } from './send/seal-record.ts';

/** Kirim & Terima, and the sealing of records of guidance and of figures. */
export const exchangeHandlers = defineHandlers({
  'exchange.begin': (input, context) => beginIncoming(unlockedOf(context), input),
  'exchange.append': (input, context) => appendIncoming(unlockedOf(context), input),
  'exchange.finish': ({ incomingId }, context) => {
    const finished = finishIncoming(unlockedOf(context), incomingId);
    if (!finished.ok) return finished;
    const { name, size } = finished.value;
    const token =
      'path' in finished.value
        ? context.files.issue('file', finished.value.path)
        : context.files.issueBytes(finished.value.bytes);
    return ok({ token, name, size });
  },
  'exchange.group': async ({ fileTokens }, context) => {
    const { receivingIdentities } = unlockedOf(context).vault.keys;
    const tokens = new Map<string, string>();
    for (const token of fileTokens) {
      const path = context.files.resolve('file', token);
      if (path !== undefined) tokens.set(path, token);
    }
    const groups = await groupParts([...tokens.keys()], receivingIdentities);
    return ok({ groups: groups.map((paths) => paths.flatMap((path) => tokens.get(path) ?? [])) });
  },
  'exchange.inspect': async ({ fileTokens }, context) => {
    const count = fileTokens.length;
    const paths = fileTokens.flatMap((token) => context.files.resolve('file', token) ?? []);
    const unsealed = fileTokens.filter((token) => context.files.bytes(token) !== undefined);
    if (paths.length + unsealed.length !== count) return fail('unknownToken');
    if (unsealed.length > 0) return ok(inspectUnsealed(unlockedOf(context), { count, beside: paths }));
    return inspect(unlockedOf(context), paths, { onProgress: progressTo(context.emit, 'exchange.inspect') });
  },
  'exchange.cancel': ({ inspectionId }, context) => {
    cancelInspection(unlockedOf(context), inspectionId);
    return ok({});
  },
  'exchange.import': ({ inspectionId }, context) => takeIn(unlockedOf(context), inspectionId, false),
  'exchange.importHeld': async ({ inspectionId }, context) => {
    const unlocked = unlockedOf(context);
    const taken = await takeIn(unlocked, inspectionId, true);
    // A copy that was erased and is taken again stands in no list beside backups any more.
    if (taken.ok && erasedCopyRows(unlocked.work.records).length > 0) await writeErasedLists(unlocked, nodeAtomicFs);
    return taken;
  },
  'exchange.tellApart': (input, context) => tellApart(unlockedOf(context), input),
  'exchange.review': async ({ earlier }, context) => ok(await review(unlockedOf(context), earlier)),
  'exchange.alike': ({ itemId }, context) => alikeIn(unlockedOf(context), itemId),
  'exchange.decide': (input, context) => decide(unlockedOf(context), input),
  'exchange.outbox': ({ caseId }, context) => outbox(unlockedOf(context), caseId),
  'exchange.chooseReceiver': (input, context) => chooseReceiver(unlockedOf(context), input),
  'exchange.seal': (input, context) => withOutput(context, (output) => sealCase(unlockedOf(context), output, input)),
  'exchange.sealDraft': (input, context) =>
    withOutput(context, (output) => sealDraft(unlockedOf(context), output, input)),
  'exchange.sealReceipt': (input, context) =>
    withOutput(context, (output) => sealReceipt(unlockedOf(context), output, input)),
  'exchange.erasures': (_input, context) => ok(erasuresBetween(unlockedOf(context).work)),
  'exchange.sealErasure': (input, context) =>
    withOutput(context, (output) => sealErasure(unlockedOf(context), output, input)),
  'guidance.receivers': ({ hash }, context) => recordReceivers(unlockedOf(context), hash),
  'guidance.seal': (input, context) => withOutput(context, (output) => sealRecord(unlockedOf(context), output, input)),
  'exchange.figuresReceivers': (_input, context) => ok(figuresReceivers(unlockedOf(context))),
  'programme.seal': (input, context) =>
    withOutput(context, (output) => sealFigures(unlockedOf(context), output, input)),
  'exchange.cancelSeal': (_input, context) => {
    breakOffSealing(context);
    return ok({});
  },
  'exchange.journal': (_input, context) => ok(journal(unlockedOf(context))),
  'exchange.renewEpoch': (_input, context) => renewEpoch(unlockedOf(context)),
  'exchange.drafts': (_input, context) => ok(openDrafts(unlockedOf(context))),
  'exchange.draft': ({ draftId }, context) => readReceivedDraft(unlockedOf(context), draftId),
  'exchange.settleDraft': (input, context) => settleDraft(unlockedOf(context), input),
  'exchange.copies': (_input, context) => ok(receivedCopies(unlockedOf(context))),
  'exchange.acknowledgeCopy': (input, context) => acknowledgeCopy(unlockedOf(context), input),
  'exchange.answerCopy': (input, context) => answerCopy(unlockedOf(context), input),
  'exchange.askCorrection': (input, context) => askCorrection(unlockedOf(context), input),
});
