import { documentKindOfAct, documentTitles } from '@shared/domain/documents/kind.ts';
import { type Directory, findKey } from '@shared/domain/identity/directory.ts';
import type { Manifest } from '@shared/domain/package/manifest.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { storeBytes } from '../../attachments/store-bytes.ts';
import { randomId } from '../../crypto/random.ts';
import type { RecordsWriter } from '../../db/handles.ts';
import { checkSignedPdf } from '../../formats/pdf/brought-back.ts';
import { verifyDocument } from '../../formats/pdf/verify.ts';
import { insertDocument, signedDocumentOf } from '../../papers/document-rows.ts';
import type { Unlocked } from '../../vault/unlocked.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { IncomingAct, JudgedPackage } from './judged-package.ts';
import type { ReadPackage } from './read-incoming.ts';

/**
 * A paper is what it claims: of this act, whole, and signed by the document key that the directory binds to its author,
 * of the time of the act or a later one, and by nobody else. A paper that somebody added to travels as a paper from
 * outside, never as Bilik's own.
 */
const isPaperOf = (directory: Directory, { hash, header }: IncomingAct, bytes: Uint8Array, now: number): boolean => {
  const author = findKey(directory, header.authorKey);
  const keys = author === undefined ? [] : author.entry.keys.slice(author.entry.keys.indexOf(author.key));
  const { content, act } = verifyDocument(bytes, now, []);
  if (content !== 'whole' || act?.hash !== hash) return false;
  // Whole: the first signature covers the file, so there is no other.
  const [signature] = checkSignedPdf(bytes, now).signatures;
  return keys.some(({ documentKey }) => documentKey === signature?.documentKey);
};

/** Acts with a signed paper that is not what it claims to be, or of none of the acts that came whole. */
export const unfitPapers = (
  { work }: Pick<Unlocked, 'work'>,
  directory: Directory,
  { manifest, papers }: Pick<ReadPackage, 'papers'> & { readonly manifest: Pick<Manifest, 'documents'> },
  acts: readonly IncomingAct[],
): string[] =>
  manifest.documents.flatMap(({ actHash, sha256: hash }) => {
    const act = acts.find((candidate) => candidate.hash === actHash && candidate.form === 'all');
    const bytes = papers.get(hash);
    const fits = act !== undefined && bytes !== undefined && isPaperOf(directory, act, bytes, work.clock.now());
    return fits ? [] : actHash;
  });

/** Keeps signed papers that are not here yet, in the caller's transaction; gives their number. */
export const storeIncomingDocuments = (
  work: Workspace,
  tx: RecordsWriter,
  { opened, acts }: Pick<JudgedPackage, 'opened' | 'acts'>,
): number => {
  let stored = 0;
  for (const { actHash, sha256: hash } of opened.manifest.documents) {
    const act = acts.find((candidate) => candidate.hash === actHash);
    const kind = act === undefined ? null : documentKindOfAct(act.header.type);
    const bytes = opened.papers.get(hash);
    if (act === undefined || kind === null || bytes === undefined || signedDocumentOf(tx, actHash) !== undefined)
      continue;
    const title = documentTitles[kind];
    const { caseId } = act.header;
    const file = storeBytes(work, tx, { caseId, name: `${title}.pdf`, mediaType: 'application/pdf', bytes });
    insertDocument(tx, {
      id: randomId(work.random),
      caseId,
      kind,
      actHash,
      title,
      state: 'signed',
      attachmentId: file.attachmentId,
      sha256: file.sha256,
      createdAt: toIsoInstant(work.clock.now()),
    });
    stored += 1;
  }
  return stored;
};
