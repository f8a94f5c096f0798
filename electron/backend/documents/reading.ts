import type { DocumentReading, SignedAct } from '@shared/contract/documents.ts';
import { isDayTold, statedOnOf } from '@shared/domain/case/act-days.ts';
import { voiceOf } from '@shared/domain/case/voice.ts';
import { findKey } from '@shared/domain/identity/directory.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import type { StoredAct } from '../case/stored-act.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import { findDocuments, type StoredDocument } from '../papers/document-rows.ts';
import type { PaperMaker } from '../papers/paper-maker.ts';
import { printView } from '../papers/print-view.ts';
import { ownKeysOf } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { checkDocument } from './check-document.ts';
import { copiedAct, findPaperAct, signedModel } from './of-act.ts';

/** What the file that came with an act is worth by itself; a picture or text has no signature to check. */
const fileBeside = (maker: PaperMaker, { attachmentId, summary }: StoredDocument, hash: string) => {
  if (summary.mediaType !== 'application/pdf') return { verdict: null, carriesAct: false };
  const check = checkDocument(maker, attachmentId);
  return check.ok
    ? { verdict: check.value.verdict, carriesAct: check.value.act?.hash === hash }
    : { verdict: 'unreadable' as const, carriesAct: false };
};

const signedBy = ({ records }: Workspace, { header, body }: Pick<StoredAct, 'header' | 'body'>): SignedAct => {
  const directory = trustedDirectory(records)?.directory;
  return {
    ...voiceOf(header, body),
    statedOn: statedOnOf(header),
    isDayTold: isDayTold(header),
    holder: (directory && findKey(directory, header.authorKey))?.entry.person.name ?? null,
    keyFingerprint: keyFingerprint(header.authorKey),
  };
};

/** The act behind a paper that somebody else signed, with its page, when that can be made here. */
const readable = (maker: PaperMaker, { summary }: StoredDocument) => {
  const found = summary.actHash === null ? null : findPaperAct(maker.vault, summary.actHash);
  if (found === null || !found.ok || ownKeysOf(maker).includes(found.value.act.header.authorKey)) return null;
  const model = signedModel(maker.work, found.value);
  return model && { paper: found.value, model };
};

/**
 * The reading view of a paper from somebody else: its page made anew from the verified act, whatever the file that came
 * shows, and what that file is. `unknownDocument`, `printFailed`.
 */
export const readingOf = async (
  maker: PaperMaker,
  documentId: string,
): Promise<Result<{ reading: DocumentReading | null }, AppError<'unknownDocument' | 'printFailed'>>> => {
  const { work, host } = maker;
  const document = findDocuments(work.records, [documentId])[0];
  if (document === undefined) return fail('unknownDocument');
  const readAs = readable(maker, document);
  if (readAs === null) return ok({ reading: null });
  const { paper, model } = readAs;
  const view = await printView(work, host, model);
  if (!view.ok) return view;
  const { act } = paper;
  const copied = copiedAct(work, paper);
  return ok({
    reading: {
      viewId: view.value.viewId,
      ...signedBy(work, act),
      copied: copied && signedBy(work, copied),
      ...fileBeside(maker, document, act.hash),
    },
  });
};
