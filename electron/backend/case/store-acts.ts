import type { ActBody, ContentOf } from '@shared/domain/case/body.ts';
import type { ActHeader } from '@shared/domain/case/header.ts';
import { documentKindOfAct, documentTitles } from '@shared/domain/documents/kind.ts';
import { fromHex } from '@shared/kernel/bytes.ts';
import { toIsoInstant } from '@shared/kernel/date.ts';
import { claimAttachment, findAttachment } from '../attachments/attachment-rows.ts';
import type { RecordsWriter } from '../db/handles.ts';
import type { sealAct } from '../formats/act/act-crypto.ts';
import { actNumberOf, numbersBorne } from '../papers/borne-numbers.ts';
import { keepDocument } from '../papers/keep-document.ts';
import { asBorne, takeNumber } from '../papers/number-series.ts';
import { findOrAddPerson } from '../persons/save-person.ts';
import { appendAudit } from '../trail/audit-chain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { insertAct, linkAttachment } from './act-rows.ts';
import { settleIdentity } from './answer-identity.ts';
import { findCase, insertCase } from './case-rows.ts';
import { keepIdentityAnswer } from './identity-answers.ts';
import { settleMistaken } from './settle-mistaken.ts';

/** An act that has been checked and signed, and is not stored yet. */
export interface SignedAct {
  readonly header: ActHeader;
  readonly body: ActBody;
  readonly sealed: ReturnType<typeof sealAct>;
  /** The attachment that is the signed document itself. */
  readonly signedDocumentId: string | null;
}

const beginCase = (work: Workspace, tx: RecordsWriter, caseId: string, opening: SignedAct): void => {
  const { employee } = opening.body.content as ContentOf<'caseOpened'>;
  const employeeId = findOrAddPerson(work, tx, employee);
  insertCase(tx, { id: caseId, employeeId, createdAt: toIsoInstant(work.clock.now()), mistakenAt: null });
  appendAudit(work, tx, { kind: 'caseOpened', subject: caseId });
};

/** The signed document that was brought back stands as the document of its act. */
const keepExternal = (work: Workspace, tx: RecordsWriter, { header, sealed, signedDocumentId }: SignedAct): void => {
  if (signedDocumentId === null) return;
  const sha256 = findAttachment(tx, 'records', signedDocumentId)?.sha256;
  if (sha256 === undefined || sha256 === null) throw new Error('the signed document is not complete');
  const kind = documentKindOfAct(header.type);
  keepDocument(work, tx, {
    caseId: header.caseId,
    kind: kind ?? header.type,
    actHash: sealed.hash,
    title: kind === null ? '' : documentTitles[kind],
    state: 'external',
    attachmentId: signedDocumentId,
    sha256,
  });
};

/** What is stored of an act, whoever signed it. */
interface SealedAct {
  readonly header: ActHeader;
  readonly hash: string;
  readonly sealed: Parameters<typeof insertAct>[1]['sealed'];
}

/** Puts an act into its case as of now, in the caller's transaction. */
export const addAct = (work: Workspace, tx: RecordsWriter, { header, hash, sealed }: SealedAct): void => {
  const { caseId, type } = header;
  const recordedAt = toIsoInstant(work.clock.now());
  insertAct(tx, { caseId, type, recordedAt, hash, authorKey: fromHex(header.authorKey), sealed });
};

/** Ties files of this vault to an act made here and to its case: its body names them by the ids that they have here. */
const tieOwnFiles = (
  tx: RecordsWriter,
  { caseId, hash }: { readonly caseId: string; readonly hash: string },
  files: ActBody['attachments'],
): void => {
  for (const { attachmentId } of files) {
    claimAttachment(tx, attachmentId, caseId);
    linkAttachment(tx, hash, { bodyId: attachmentId, attachmentId });
  }
};

/** Counts on by the number of an act that was just added. */
const countNumber = (tx: RecordsWriter, { header, body, sealed: { hash } }: SignedAct): void => {
  const number = actNumberOf({ hash, caseId: header.caseId, type: header.type, header, body });
  if (number === null) return;
  const toBorne = asBorne(tx);
  takeNumber(tx, toBorne(number), () =>
    numbersBorne(tx)
      .filter((other) => other.hash !== hash)
      .map(toBorne),
  );
};

const storeAct = (work: Workspace, tx: RecordsWriter, act: SignedAct): void => {
  const { header, body, sealed } = act;
  const { hash } = sealed;
  addAct(work, tx, { header, hash, sealed });
  tieOwnFiles(tx, { caseId: header.caseId, hash }, body.attachments);
  keepExternal(work, tx, act);
  countNumber(tx, act);
  if (header.type === 'identityCorrected') keepIdentityAnswer(tx, hash, true, toIsoInstant(work.clock.now()));
  appendAudit(work, tx, { kind: 'actRecorded', subject: hash });
};

/** Stores signed acts of one case, in the caller's transaction. The first act of a new case opens it. */
export const storeActs = (work: Workspace, tx: RecordsWriter, caseId: string, signed: readonly SignedAct[]): void => {
  const [first] = signed;
  if (first !== undefined && findCase(tx, caseId) === undefined) beginCase(work, tx, caseId, first);
  for (const act of signed) storeAct(work, tx, act);
  if (signed.some(({ header }) => header.type === 'identityCorrected')) settleIdentity(work, tx, caseId);
  settleMistaken(work, tx, caseId);
};
