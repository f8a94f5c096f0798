import type { DocumentReading } from '@shared/contract/documents.ts';
import { findKey } from '@shared/domain/identity/directory.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import { randomId } from '../crypto/random.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { findDocuments, type StoredDocument } from '../papers/document-rows.ts';
import type { PaperMaker } from '../papers/paper-maker.ts';
import { printToPdf } from '../papers/print.ts';
import { viewsOf } from '../papers/views.ts';
import { ownKeyOf } from '../vault/unlocked.ts';
import { checkDocument } from './check-document.ts';
import { findPaperAct, type PaperAct, signedPage } from './of-act.ts';

/** What the file that came with an act is worth by itself; a picture or text has no signature to check. */
const fileBeside = (maker: PaperMaker, { attachmentId, summary }: StoredDocument, hash: string) => {
  if (summary.mediaType !== 'application/pdf') return { verdict: null, carriesAct: false };
  const check = checkDocument(maker, attachmentId);
  return check.ok
    ? { verdict: check.value.verdict, carriesAct: check.value.act?.hash === hash }
    : { verdict: 'unreadable' as const, carriesAct: false };
};

/**
 * The act behind a paper that somebody else signed, when its page can be made here. A copy without the paper that it
 * copies cannot: what was signed says only that it was handed over.
 */
const readable = (maker: PaperMaker, { summary }: StoredDocument): PaperAct | null => {
  const found = summary.actHash === null ? null : findPaperAct(maker.vault, summary.actHash);
  if (found === null || !found.ok) return null;
  const { header } = found.value.act;
  const original = header.type === 'copyReleased' ? found.value.file.byHash.get(header.about ?? '') : undefined;
  const lacksOriginal = header.type === 'copyReleased' && (original?.body ?? null) === null;
  return header.authorKey === ownKeyOf(maker) || lacksOriginal ? null : found.value;
};

/**
 * The reading view of a paper from somebody else: its page made anew from the verified act, whatever the file that came
 * shows, and what that file is. `unknownDocument`, `printFailed`.
 */
export const readingOf = async (
  maker: PaperMaker,
  documentId: string,
): Promise<Result<{ reading: DocumentReading | null }, AppError<'unknownDocument' | 'printFailed'>>> => {
  const { vault, work, host } = maker;
  const document = findDocuments(work.records, [documentId])[0];
  if (document === undefined) return fail('unknownDocument');
  const paper = readable(maker, document);
  if (paper === null) return ok({ reading: null });
  const pdf = await printToPdf(host, signedPage(vault, paper, 'pdf'));
  if (!pdf.ok) return pdf;
  const viewId = randomId(work.random);
  viewsOf(work).keep(viewId, { pdf: pdf.value, paper: signedPage(vault, paper, 'paper'), kind: paper.kind });
  const { header, body, hash } = paper.act;
  const directory = trustedDirectory(work.records)?.directory;
  return ok({
    reading: {
      viewId,
      author: body?.author.name ?? '',
      capacity: header.capacity,
      origin: header.origin,
      statedAt: header.statedAt,
      holder: (directory && findKey(directory, header.authorKey))?.entry.person.name ?? null,
      keyFingerprint: keyFingerprint(header.authorKey),
      ...fileBeside(maker, document, hash),
    },
  });
};
