import type { Directory } from '@shared/domain/identity/directory.ts';
import { takingOf } from '@shared/domain/package/review.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { touchCase } from '../../case/case-revision.ts';
import type { StorageErrorCode } from '../../db/storage-error.ts';
import { transactRecords } from '../../db/transact.ts';
import { trustedDirectory } from '../../identity/trusted-directory.ts';
import { appendAudit } from '../../trail/audit-chain.ts';
import { nowOf, type Unlocked } from '../../vault/unlocked.ts';
import { type HeldPackage, insertDecision } from '../ledger/held-rows.ts';
import { noteHolders } from '../ledger/holder-rows.ts';
import { storePackage } from './import-package.ts';
import { storeKeptBlobs } from './incoming-blobs.ts';
import { storeIncomingDocuments, unfitPapers } from './incoming-documents.ts';
import { judgeFiles, judgePackage } from './judge-package.ts';
import { areTold, type IncomingAct } from './judged-package.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { openHeld } from './open-held.ts';
import type { ReadPackage } from './read-incoming.ts';
import { singleActs } from './single-acts.ts';
import { storeIncomingActs } from './store-incoming-acts.ts';

type TakeCode = 'choiceNotOpen' | 'packageHeld' | 'packageUnreadable' | 'actNotTakeable' | StorageErrorCode;
type TakeResult = Result<{ readonly acts: number }, AppError<TakeCode>>;

/** Takes all of a package as it would be taken today; a person passes over what the table leaves to a person. */
const takeWhole = (unlocked: Unlocked, held: HeldPackage, opened: ReadPackage): TakeResult => {
  const judged = judgePackage(unlocked, opened);
  const blobs = opened.blobs;
  if (!judged.ok || blobs === null || judged.value.asked.length > 0) return fail('packageHeld');
  const { attachments, doubts } = judged.value;
  if (!areTold(doubts, held)) return fail('packageHeld');
  const stored = storePackage(unlocked, judged.value, doubts.length > 0, (tx) =>
    storeKeptBlobs(unlocked.work, tx, opened.manifest.caseId, attachments, blobs),
  );
  if (stored.ok) return ok({ acts: stored.value.acts });
  return fail(stored.error.code === 'packageTampered' ? 'packageHeld' : stored.error.code);
};

/** The part of a package that holds some acts, and those of their papers that are what they claim to be. */
const partOf = (
  unlocked: Unlocked,
  directory: Directory,
  opened: ReadPackage,
  acts: readonly IncomingAct[],
): ReadPackage => {
  const names = new Set(acts.map(({ hash }) => hash));
  const unfit = unfitPapers(unlocked, directory, opened, acts);
  const documents = opened.manifest.documents.filter(({ actHash }) => names.has(actHash) && !unfit.includes(actHash));
  return { ...opened, manifest: { ...opened.manifest, documents, draft: null } };
};

/**
 * Takes single acts of a held package, each judged again with what is here and what is taken with it. A paper that is
 * not what it claims to be stays out, which is told before it is confirmed.
 */
export const takeActs = (
  unlocked: Unlocked,
  held: Pick<HeldPackage, 'manifestHash' | 'manifest' | 'acts'>,
  opened: ReadPackage,
  wanted: readonly string[],
): TakeResult => {
  const { work, vault } = unlocked;
  const single = singleActs(unlocked, held, (hash) => wanted.includes(hash));
  const acts = single.flatMap(({ act, standing }) => (standing.state === 'takeable' ? act : []));
  const { caseId, sender, packageId } = held.manifest;
  const directory = trustedDirectory(vault.records)?.directory;
  const blobs = opened.blobs;
  if (acts.length !== wanted.length || acts.length === 0 || caseId === null) return fail('actNotTakeable');
  if (directory === undefined || blobs === null) return fail('actNotTakeable');
  const part = partOf(unlocked, directory, opened, acts);
  const named = acts.flatMap(({ body }) => body?.attachments ?? []);
  const files = judgeFiles(vault.records, opened, named);
  if (!files.ok) return fail('actNotTakeable');
  // A header that was here before stays, whatever becomes of its body.
  const fresh = acts.filter(({ news }) => news === 'new').map(({ hash }) => hash);
  const stored = transactRecords(vault.records, (tx): TakeResult => {
    const openingBefore = storeIncomingActs(work, tx, { opened: part, acts }, (writer) =>
      storeKeptBlobs(work, writer, caseId, files.value, blobs),
    );
    storeIncomingDocuments(work, tx, { opened: part, acts });
    noteHolders(tx, sender.key, packageId, 'in', acts);
    insertDecision(tx, { item: held.manifestHash, choice: 'take', acts: fresh, openingBefore, at: nowOf(unlocked) });
    for (const { hash } of acts) appendAudit(work, tx, { kind: 'heldActTaken', subject: hash });
    return ok({ acts: acts.length });
  });
  if (stored.ok) touchCase(vault, caseId);
  return stored;
};

/** Takes a held package in: whole (`wanted` null), or the acts that are named. Judged anew in either case. */
export const takeHeld = (
  unlocked: Unlocked,
  held: HeldPackage,
  wanted: readonly string[] | null,
): Promise<TakeResult> =>
  oneAtATime(unlocked, async () => {
    const taking = takingOf(held.code);
    if (taking === 'never' || (taking === 'again' && wanted !== null)) return fail('choiceNotOpen');
    const read = await openHeld(unlocked, held.manifestHash);
    if (!read.ok) return read;
    return wanted === null ? takeWhole(unlocked, held, read.value) : takeActs(unlocked, held, read.value, wanted);
  });
