import type { AttachmentRef, ContentOf } from '@shared/domain/case/body.ts';
import { documentKindOfAct, documentTitles } from '@shared/domain/documents/kind.ts';
import { otherOpeningOf } from '@shared/domain/package/openings.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { eq } from 'drizzle-orm';
import { findFileOfCase } from '../../attachments/attachment-rows.ts';
import { filesOfAct } from '../../case/act-attachments.ts';
import { findActRow, linkAttachment, linkedAttachments, setAside, supplyBody } from '../../case/act-rows.ts';
import { settleFirstNamed } from '../../case/answer-identity.ts';
import { findCase, insertCase } from '../../case/case-rows.ts';
import { settleConcealed } from '../../case/concealed-person.ts';
import { letCount, openingsHere, unknownEmployee } from '../../case/other-files.ts';
import { settleMistaken } from '../../case/settle-mistaken.ts';
import { addAct } from '../../case/store-acts.ts';
import type { RecordsReader, RecordsWriter } from '../../db/handles.ts';
import { cases } from '../../db/records-schema.ts';
import { findDocumentOf } from '../../papers/document-rows.ts';
import { keepDocument } from '../../papers/keep-document.ts';
import { findOrAddPerson } from '../../persons/save-person.ts';
import { getProfile } from '../../settings/profile.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { IncomingAct, JudgedPackage } from './judged-package.ts';

const openingOf = (acts: readonly IncomingAct[]): ContentOf<'caseOpened'> | undefined =>
  acts.find(({ header, body }) => header.type === 'caseOpened' && body !== null)?.body?.content as
    | ContentOf<'caseOpened'>
    | undefined;

/**
 * Puts the case into the list: under its employee, as soon as one of the acts says who that is; a copy's is the holder.
 */
const placeCase = (
  work: Workspace,
  tx: RecordsWriter,
  { opened, acts }: Pick<JudgedPackage, 'opened' | 'acts'>,
  caseId: string,
): void => {
  const employee = openingOf(acts)?.employee;
  const holder = opened.manifest.kind === 'copy' ? getProfile(tx).person?.personId : undefined;
  const known = findCase(tx, caseId);
  if (known !== undefined) {
    if (employee === undefined) return;
    tx.update(cases)
      .set({ employeeId: findOrAddPerson(work, tx, employee) })
      .where(eq(cases.id, caseId))
      .run();
    settleConcealed(tx, known.employeeId, toIsoInstant(work.clock.now()));
    return;
  }
  const employeeId = holder ?? findOrAddPerson(work, tx, employee ?? unknownEmployee);
  insertCase(tx, { id: caseId, employeeId, createdAt: toIsoInstant(work.clock.now()), mistakenAt: null });
};

/** A scan or PDF that stands as the document of an act from paper: its first file, where the act makes a paper. */
const keepBroughtBack = (work: Workspace, tx: RecordsWriter, act: IncomingAct): void => {
  const { header, hash, body } = act;
  const kind = documentKindOfAct(header.type);
  const [first] = filesOfAct(tx, act);
  const signed = header.origin === 'paper' && body?.paper?.medium !== 'unsigned';
  if (kind === null || !signed || first === undefined) return;
  keepDocument(work, tx, {
    caseId: header.caseId,
    kind,
    actHash: hash,
    title: documentTitles[kind],
    state: 'external',
    attachmentId: first.attachmentId,
    sha256: Buffer.from(fromHex(first.sha256)),
  });
};

/** The file of a case that somebody's act or draft names; throws when it is not here, where it just arrived. */
export const arrivedFile = (tx: RecordsReader, caseId: string, ref: AttachmentRef): string => {
  const id = findFileOfCase(tx, caseId, ref);
  if (id === undefined) throw new Error('a file of the package is not here');
  return id;
};

/** Lets the file count to which new acts belong; gives the opening of the one that was set aside for it, else null. */
const letTheirsCount = (
  work: Workspace,
  tx: RecordsWriter,
  caseId: string,
  acts: readonly IncomingAct[],
): string | null => {
  if (acts.every(({ news }) => news !== 'new')) return null;
  const opening = otherOpeningOf(acts, openingsHere(tx, caseId));
  return opening === null ? null : letCount(work, tx, { caseId, opening });
};

/** Acts that bring something to the file that counts: the words of one that was set aside come to what lies aside. */
const comeTo = (tx: RecordsReader, acts: readonly IncomingAct[]): readonly IncomingAct[] =>
  acts.filter(
    ({ news, hash }) => news === 'new' || (news === 'body' && (findActRow(tx, hash)?.setAsideAt ?? null) === null),
  );

const storeOne = (work: Workspace, tx: RecordsWriter, act: IncomingAct): void => {
  const { hash, news, sealed } = act;
  if (findActRow(tx, hash) === undefined) {
    addAct(work, tx, act);
    return;
  }
  // It was taken back once, or lay in another file, and counts now.
  if (news === 'new') setAside(tx, [hash], null);
  if (sealed.bodyBytes !== null && sealed.salt !== null) supplyBody(tx, hash, sealed.bodyBytes, sealed.salt);
};

/**
 * Stores new acts, and bodies of acts whose header is here. `files` puts the files that they name in place, as soon as
 * there is a case to put them in. In the caller's transaction. New acts of another file under the id set the one that
 * counts aside, as was told before; gives the opening of that one, else null.
 */
export const storeIncomingActs = (
  work: Workspace,
  tx: RecordsWriter,
  judged: Pick<JudgedPackage, 'opened' | 'acts'>,
  files: (tx: RecordsWriter) => void,
): string | null => {
  const { caseId } = judged.opened.manifest;
  if (caseId === null) return null;
  const openingBefore = letTheirsCount(work, tx, caseId, judged.acts);
  const came = comeTo(tx, judged.acts);
  placeCase(work, tx, { opened: judged.opened, acts: came }, caseId);
  files(tx);
  for (const act of judged.acts) {
    if (act.news === 'known') continue;
    storeOne(work, tx, act);
    const linked = linkedAttachments(tx, act.hash);
    for (const ref of act.body?.attachments ?? []) {
      if (linked.has(ref.attachmentId)) continue;
      linkAttachment(tx, act.hash, { bodyId: ref.attachmentId, attachmentId: arrivedFile(tx, caseId, ref) });
    }
    if (act.body !== null && findDocumentOf(tx, act.hash) === undefined) keepBroughtBack(work, tx, act);
  }
  settleFirstNamed(work, tx, caseId, came);
  settleMistaken(work, tx, caseId);
  return openingBefore;
};
