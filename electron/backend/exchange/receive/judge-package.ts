import type { AttachmentRef } from '@shared/domain/case/body.ts';
import { type CertifiedKey, type Directory, findKey } from '@shared/domain/identity/directory.ts';
import { type Doubt, doubts, isDoubt, isInOthersHands, toldByWords } from '@shared/domain/package/certification.ts';
import { judgeCounter } from '@shared/domain/package/counters.ts';
import type { EchoVerdict } from '@shared/domain/package/echo.ts';
import { goingOnFrom, otherOpeningOf } from '@shared/domain/package/openings.ts';
import { toHex } from '@shared/kernel/bytes.ts';
import { ok } from '@shared/kernel/result.ts';
import { findFileOfCase } from '../../attachments/attachment-rows.ts';
import { findActRow, type OpenedFile } from '../../case/act-rows.ts';
import { openingsHere } from '../../case/other-files.ts';
import { actsAside, verifiedActs } from '../../case/stored-act.ts';
import { erasedAt } from '../../db/erased-files.ts';
import type { RecordsReader } from '../../db/handles.ts';
import { readActFile } from '../../formats/act/act-container.ts';
import { withGivenUp } from '../../identity/own-keys.ts';
import { judgeProfile } from '../../identity/take-office.ts';
import { judgeDirectory, trustedDirectory } from '../../identity/trusted-directory.ts';
import { ownKeysOf, type Unlocked } from '../../vault/unlocked.ts';
import { type DraftFile, readDraftFile } from '../ledger/draft-file.ts';
import { judgeEchoOf } from '../ledger/echo.ts';
import { counterLog, epochsOf, findPackage } from '../ledger/package-rows.ts';
import { findPeer } from '../ledger/peer-rows.ts';
import { actFaults } from './act-faults.ts';
import { comingOf, copiesErased, without } from './erased-coming.ts';
import { unfitPapers } from './incoming-documents.ts';
import { judgeActs } from './judge-acts.ts';
import { judgeErasure } from './judge-erasure.ts';
import { judgeFigures } from './judge-figures.ts';
import { judgeGuidance } from './judge-guidance.ts';
import {
  type Doubts,
  held,
  type IncomingAct,
  type Judged,
  type JudgedPackage,
  type Notice,
  type PackageDoubt,
} from './judged-package.ts';
import type { ReadPackage } from './read-incoming.ts';

/** The directory by which the package is judged, and the newer one that came along. */
const directoryFor = (
  tx: RecordsReader,
  { directory: file }: ReadPackage,
): Judged<{ readonly directory: Directory; readonly newer: Uint8Array | null }> => {
  const trusted = trustedDirectory(tx);
  if (trusted === null) return held('noDirectory');
  if (file === null) return ok({ directory: trusted.directory, newer: null });
  const judged = judgeDirectory(trusted, file);
  if (!judged.ok) {
    // Somebody who follows another institution's directory, or an older one, does not change ours.
    return judged.error.code === 'directoryFork' || judged.error.code === 'signedFileInvalid'
      ? held(judged.error.code === 'directoryFork' ? 'directoryFork' : 'packageTampered')
      : ok({ directory: trusted.directory, newer: null });
  }
  return judged.value.newer
    ? ok({ directory: judged.value.directory, newer: file })
    : ok({ directory: trusted.directory, newer: null });
};

/** The newer profile that came along. One of another institution, an older one, and a fork change nothing here. */
const profileFor = (tx: RecordsReader, { profile: file }: ReadPackage): Judged<Uint8Array | null> => {
  if (file === null) return ok(null);
  const judged = judgeProfile(tx, file);
  if (judged.ok) return ok(judged.value.standing === 'newer' ? file : null);
  return judged.error.code === 'noDirectory' ? ok(null) : held('packageTampered');
};

/**
 * Who sealed it. What a key sealed that its holder gave up, and that nobody else has, may still be under way: each act
 * in it is judged by its author's key.
 */
const judgeSender = (directory: Directory, { manifest }: ReadPackage): Judged<CertifiedKey> => {
  const found = findKey(directory, manifest.sender.key);
  if (found === undefined) return held('signerUnknown');
  const { revoked } = found.key;
  const isGivenUp = revoked?.vouched !== undefined && !isInOthersHands(found.key);
  return revoked === null || isGivenUp ? ok(found) : held('signerRevoked', revoked.at);
};

/** Duplicates and forks are held; what else the counter tells is a notice. */
const judgeOrder = (tx: RecordsReader, { manifest, manifestHash }: ReadPackage): Judged<Notice[]> => {
  const { key, epoch, counter } = manifest.sender;
  const verdict = judgeCounter(counterLog(tx, manifest.receiver.key, key, epoch), counter, manifestHash);
  const earlier = findPackage(tx, 'in', manifest.packageId);
  if (verdict === 'fork' || (earlier !== undefined && earlier.manifestHash !== manifestHash))
    return held('packageFork');
  if (verdict === 'duplicate' || earlier !== undefined) return held('packageDuplicate', earlier?.at ?? '');
  const notices: Notice[] = verdict === 'late' ? ['arrivedLate'] : verdict === 'gap' ? ['counterGap'] : [];
  const known = findPeer(tx, key);
  const newEpoch = known !== undefined && !epochsOf(tx, key).includes(epoch);
  return ok(newEpoch ? [...notices, 'newEpoch'] : notices);
};

/** Acts at hand that go on from an opening: of the file that counts, or of one that was set aside, and what came. */
const ofOpening = (
  tx: RecordsReader,
  file: OpenedFile,
  counts: boolean,
  came: readonly Omit<IncomingAct, 'news'>[],
): ReadonlySet<string> => {
  const { acts } = counts ? verifiedActs(tx, file.caseId) : actsAside(tx, file);
  return goingOnFrom(file.opening, [...acts, ...came]);
};

/**
 * What acts bring to this vault. One that lies in another file under the id than the one to which the package belongs
 * (it came along with that file) comes to this one if it goes on from its opening, and stays there else.
 */
export const withNews = (
  tx: RecordsReader,
  caseId: string | null,
  acts: readonly Omit<IncomingAct, 'news'>[],
): IncomingAct[] => {
  const here = caseId === null ? null : openingsHere(tx, caseId);
  const instead = here && otherOpeningOf(acts, here);
  const opening = instead ?? here?.stands ?? null;
  const areTwo = instead !== null || (here !== null && here.aside.size > 0);
  const theirs =
    caseId === null || opening === null || !areTwo
      ? new Set<string>()
      : ofOpening(tx, { caseId, opening }, instead === null, acts);
  const newsOf = ({ hash, form }: Omit<IncomingAct, 'news'>): IncomingAct['news'] => {
    const row = findActRow(tx, hash);
    if (row === undefined || (row.setAsideAt !== null && (row.otherOpening === null || opening === null))) return 'new';
    const file = row.otherOpening === null ? (here?.stands ?? null) : toHex(row.otherOpening);
    if (file !== opening && theirs.has(hash)) return 'new';
    return form === 'all' && row.body === null ? 'body' : 'known';
  };
  return acts.map((act) => ({ ...act, news: newsOf(act) }));
};

const readActs = (tx: RecordsReader, { manifest, acts }: ReadPackage): Judged<IncomingAct[]> => {
  const read: Omit<IncomingAct, 'news'>[] = [];
  for (const { hash, form, bytes } of acts) {
    const file = readActFile(bytes);
    if (!file.ok) return held('packageTampered', file.error.code);
    const { opened, sealed } = file.value;
    const fits =
      opened.hash === hash && opened.header.caseId === manifest.caseId && (form === 'all') === (opened.body !== null);
    if (!fits) return held('packageTampered');
    read.push({ ...opened, form, sealed });
  }
  return ok(withNews(tx, manifest.caseId, read));
};

/** Every new act is vouched for by the directory; the answer tells what is for a person to judge, and about whom. */
const judgeKeys = (
  directory: Directory,
  acts: readonly IncomingAct[],
  faultsOf: ReturnType<typeof actFaults>,
): Judged<Doubts> => {
  const doubtful = new Map<Doubt, Set<string>>();
  for (const act of acts) {
    const { header, news, hash } = act;
    if (news === 'known') continue;
    const faults = faultsOf(act);
    const refused = faults.find((fault) => !isDoubt(fault));
    if (refused !== undefined) return held(refused, hash);
    const name = findKey(directory, header.authorKey)?.entry.person.name ?? '';
    // A header that was here before was judged then.
    const isNew = (doubt: Doubt): boolean => news === 'new' || toldByWords.includes(doubt);
    for (const doubt of faults.filter(isDoubt).filter(isNew))
      doubtful.set(doubt, (doubtful.get(doubt) ?? new Set()).add(name));
  }
  return ok(doubtful);
};

/** A doubt about these people, each once; none where there is nobody. */
const doubtAbout = (code: PackageDoubt['code'], names: readonly string[]): PackageDoubt[] =>
  names.length === 0 ? [] : [{ code, names: [...new Set(names)] }];

/** What a person is asked of acts and of a record: first about revoked keys, then about roles and clocks. */
const actDoubts = (acts: Doubts, record: Doubts): PackageDoubt[] =>
  doubts.flatMap((code) => doubtAbout(code, [...(acts.get(code) ?? []), ...(record.get(code) ?? [])]));

/** What a person should know of an echo, which stands beside whatever else is told. */
const echoNotices: Readonly<Record<EchoVerdict, readonly Notice[]>> = {
  fits: [],
  rolledBack: ['rolledBack'],
  invented: ['echoInvented'],
};

/**
 * Files that are not here yet, each once. Whoever names a file brings its bytes, be they here already: nobody gets at a
 * file by knowing its hash.
 */
export const judgeFiles = (
  tx: RecordsReader,
  { manifest }: ReadPackage,
  refs: readonly AttachmentRef[],
): Judged<AttachmentRef[]> => {
  const { caseId } = manifest;
  const wanted = new Map<string, AttachmentRef>();
  const sizes = new Map(manifest.blobs.map(({ sha256, size }) => [sha256, size]));
  for (const ref of refs) {
    if (caseId === null || sizes.get(ref.sha256) !== ref.size) return held('attachmentMissing');
    if (findFileOfCase(tx, caseId, ref) === undefined) wanted.set(`${ref.sha256} ${ref.name}`, ref);
  }
  return ok([...wanted.values()]);
};

/** Reads the draft, when one came. */
const readDraft = ({ manifest, draft }: ReadPackage): Judged<DraftFile | null> => {
  if ((manifest.kind === 'draft') !== (draft !== null)) return held('packageTampered');
  if (draft === null) return ok(null);
  const file = readDraftFile(draft);
  return file === undefined ? held('packageTampered') : ok(file);
};

/** What comes into question of a package. */
interface Coming {
  readonly opened: ReadPackage;
  readonly acts: readonly IncomingAct[];
  readonly cameBefore: boolean;
  readonly notices: readonly Notice[];
  readonly doubts: readonly PackageDoubt[];
}

/**
 * Reads the acts of a package in its order. A duplicate is held, and what was erased here: of copies the rest comes in
 * without them, and where nothing else came a person may take them again, out of the same package too.
 */
const judgeComing = (tx: RecordsReader, read: ReadPackage): Judged<Coming> => {
  const erasedCopies = copiesErased(tx, read);
  const order = judgeOrder(tx, read);
  const cameBefore = !order.ok && order.error.code === 'packageDuplicate' && erasedCopies.length > 0;
  if (!order.ok && !cameBefore) return order;
  const erased = read.manifest.caseId === null ? null : erasedAt(tx, read.manifest.caseId);
  if (erased !== null) return held('fileErased', erased);
  const acts = readActs(tx, read);
  if (!acts.ok) return acts;
  const { fate, hashes } = comingOf(tx, read, acts.value);
  if (fate === 'refused') return held('copyErased', ...erasedCopies);
  const notices = order.ok ? order.value : [];
  const doubts = doubtAbout('copyErased', fate === 'asks' ? erasedCopies : []);
  const all = { opened: read, acts: acts.value, cameBefore, notices, doubts };
  if (fate !== 'leftOut') return ok(all);
  return ok({
    ...all,
    opened: without(read, hashes),
    acts: acts.value.filter(({ hash }) => !hashes.has(hash)),
    notices: [...notices, 'copyLeftOut'],
  });
};

/**
 * Judges an opened package with everything that this vault knows, and stores nothing: receiver, directory, sender,
 * counter, the key of every act, the table, files. The first thing that speaks against it holds it.
 */
export const judgePackage = (unlocked: Unlocked, read: ReadPackage): Judged<JudgedPackage> => {
  const { records } = unlocked.vault;
  if (!ownKeysOf(unlocked).includes(read.manifest.receiver.key)) return held('packageForOther');
  const vouching = directoryFor(records, read);
  if (!vouching.ok) return vouching;
  const { directory, newer } = vouching.value;
  const profile = profileFor(records, read);
  if (!profile.ok) return profile;
  const sender = judgeSender(withGivenUp(records, directory), read);
  if (!sender.ok) return sender;
  const coming = judgeComing(records, read);
  if (!coming.ok) return coming;
  const { opened, acts } = coming.value;
  const faultsOf = actFaults(unlocked, directory, opened.manifest.caseId, acts);
  const keys = judgeKeys(directory, acts, faultsOf);
  if (!keys.ok) return keys;
  const lawful = judgeActs(unlocked, { directory, manifest: opened.manifest, acts });
  if (!lawful.ok) return lawful;
  const erasure = judgeErasure(unlocked, directory, opened);
  if (!erasure.ok) return erasure;
  const draft = readDraft(opened);
  if (!draft.ok) return draft;
  const guidance = judgeGuidance(unlocked, directory, opened);
  if (!guidance.ok) return guidance;
  const figures = judgeFigures(unlocked, directory, opened);
  if (!figures.ok) return figures;
  const unfit = unfitPapers(unlocked, directory, opened, acts);
  if (unfit.length > 0) return held('documentInvalid', ...new Set(unfit));
  const named = acts.filter(({ news }) => news !== 'known').flatMap(({ body }) => body?.attachments ?? []);
  const files = judgeFiles(records, opened, [...named, ...(draft.value?.attachments ?? [])]);
  if (!files.ok) return files;
  const asked = [...lawful.value, ...guidance.value.asked];
  const echo = judgeEchoOf(unlocked, opened.manifest);
  return ok({
    opened,
    acts,
    draft: draft.value,
    cameBefore: coming.value.cameBefore,
    guidance: guidance.value.file,
    original: guidance.value.original,
    figures: figures.value,
    sender: sender.value,
    directory,
    newDirectory: newer,
    newProfile: profile.value,
    attachments: files.value,
    notices: [
      ...coming.value.notices,
      ...(newer === null ? [] : ['directoryUpdated' as const]),
      ...(profile.value === null ? [] : ['profileUpdated' as const]),
      ...echoNotices[echo.verdict],
      ...erasure.value,
      ...guidance.value.notices,
    ],
    echo,
    asked,
    doubts: [
      // First: what is held by it is kept nowhere.
      ...coming.value.doubts,
      ...doubtAbout(
        'personsAlike',
        asked.map(({ person }) => person.name),
      ),
      ...actDoubts(keys.value, guidance.value.doubts),
      ...doubtAbout('echoInvented', echo.verdict === 'invented' ? [sender.value.entry.person.name] : []),
    ],
  });
};
