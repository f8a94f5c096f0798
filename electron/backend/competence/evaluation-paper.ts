import { type EvaluationPaper, evaluationModel } from '@shared/domain/documents/competence/evaluation-model.ts';
import { institutionModel } from '@shared/domain/documents/competence/institution-model.ts';
import { planTitles } from '@shared/domain/documents/competence/titles.ts';
import type { DocumentContext } from '@shared/domain/documents/context.ts';
import { qrText } from '@shared/domain/documents/qr-text.ts';
import { type AppError, fail, ok, type Result } from '@shared/kernel/result.ts';
import { keyFingerprint } from '../crypto/key-fingerprint.ts';
import type { StorageErrorCode } from '../db/storage-error.ts';
import { transactRecords } from '../db/transact.ts';
import { signPaper } from '../formats/pdf/sign-pdf.ts';
import type { CheckedEvaluationSignature } from '../formats/record/evaluation-crypto.ts';
import { evaluationFileName, writeEvaluationFile } from '../formats/record/evaluation-file.ts';
import { holderCertificate } from '../papers/holder-certificate.ts';
import { keepSigned } from '../papers/keep-document.ts';
import type { PaperMaker } from '../papers/paper-maker.ts';
import { paperTime } from '../papers/paper-time.ts';
import { printToPdf } from '../papers/print.ts';
import { printView } from '../papers/print-view.ts';
import { type PrintTarget, renderDocument } from '../papers/render-html.ts';
import type { Host } from '../rpc/host.ts';
import { blankOf } from '../settings/office.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Evaluating, planHead } from './evaluate.ts';
import { evaluationOfDocument, findEvaluation, setEvaluationDocument } from './evaluation-rows.ts';
import { findSoundEvaluation, planToJudge, type SoundEvaluation } from './evaluation-state.ts';
import { institutionPlanOf } from './institution-plan.ts';

type Shown = Result<{ viewId: string; size: number }, AppError<'printFailed'>>;

const context = (work: Pick<Workspace, 'records'>): DocumentContext => {
  return { ...blankOf(work.records), form: 'prefilled' };
};

/** Makes the paper of the institution's plan as it is stored, to be signed by hand; kept in memory until lock. */
export const prepareInstitutionPlan = async (
  unlocked: Unlocked,
  host: Host,
  year: number,
): Promise<Shown | Result<never, AppError<'unknownPlan'>>> => {
  const { plan, sums } = institutionPlanOf(unlocked, year);
  if (plan === null) return fail('unknownPlan');
  return printView(unlocked.work, host, institutionModel(context(unlocked.work), { year, plan, sums }));
};

/** What of an evaluation is written so far, to be printed and signed by hand. */
export interface EvaluationToPrint extends Pick<Evaluating, 'personId' | 'year' | 'replaces'> {
  readonly official: EvaluationPaper['official'];
  readonly content: EvaluationPaper['content'];
}

/** Makes the paper of an evaluation that is being written, to be signed by hand; kept in memory until lock. */
export const prepareEvaluation = async (
  { work }: Unlocked,
  host: Host,
  { official, content, replaces, ...place }: EvaluationToPrint,
): Promise<Shown | Result<never, AppError<'unknownPerson' | 'unknownPlan' | 'planNotSet'>>> => {
  const head = planHead(work.records, place);
  if (!head.ok) return head;
  const plan = planToJudge(work.records, place);
  if (plan === undefined) return fail('unknownPlan');
  if (!plan.isSet) return fail('planNotSet');
  const paper = { plan: { ...head.value.head, lines: [...plan.lines] }, official, content, replaces };
  return printView(work, host, evaluationModel(context(work), paper));
};

/** The page of an evaluation that was signed here, its code naming it and the key that signed it. */
const pageOf = (
  work: Pick<Workspace, 'records'>,
  { row, record }: SoundEvaluation,
  { key }: CheckedEvaluationSignature,
  target: PrintTarget,
) => {
  const qr = qrText({ actHash: row.hash, keyFingerprint: keyFingerprint(key) });
  const signed = { ...context(work), form: 'signed' as const, selfIssued: true, qrText: qr };
  return renderDocument(evaluationModel(signed, record), target);
};

type Fault = 'unknownEvaluation' | 'evaluationDamaged' | 'evaluationOnPaper';

/** The page of a signed paper, for the printer. `unknownEvaluation` when no evaluation here has this document. */
export const pageOfEvaluation = (
  unlocked: Unlocked,
  documentId: string,
): Result<ReturnType<typeof renderDocument>, AppError<Fault>> => {
  const row = evaluationOfDocument(unlocked.work.records, documentId);
  const found = row === undefined ? fail('unknownEvaluation') : findSoundEvaluation(unlocked, row.hash);
  if (!found.ok) return found;
  const { signature } = found.value;
  return signature === null ? fail('evaluationOnPaper') : ok(pageOf(unlocked.work, found.value, signature, 'paper'));
};

const signedPdf = async (
  maker: PaperMaker,
  sound: SoundEvaluation,
  signature: CheckedEvaluationSignature,
): Promise<Result<Uint8Array, AppError<'printFailed' | StorageErrorCode>>> => {
  const { work, host } = maker;
  const at = paperTime(work, { at: signature.signedAt, corrected: signature.clockCorrected });
  const identity = holderCertificate(maker, at);
  if (!identity.ok) return identity;
  const pdf = await printToPdf(host, pageOf(work, sound, signature, 'pdf'));
  if (!pdf.ok) return pdf;
  const file = {
    name: evaluationFileName,
    description: 'Evaluasi yang ditampilkan dokumen ini',
    bytes: writeEvaluationFile(sound.row.bytes, signature),
  };
  const title = planTitles.planEvaluation;
  return ok(await signPaper({ pdf: pdf.value, files: [file], title, at: new Date(at), identity: identity.value }));
};

type DocumentResult = Result<{ documentId: string }, AppError<Fault | 'printFailed' | StorageErrorCode>>;

/**
 * The signed PDF of an evaluation that was signed in this vault, with the evaluation inside; printed, signed (PAdES)
 * and kept at the first call. `evaluationOnPaper`: its paper is the scan that lies with it.
 */
export const documentOfEvaluation = async (maker: PaperMaker, hash: string): Promise<DocumentResult> => {
  const found = findSoundEvaluation(maker, hash);
  if (!found.ok) return found;
  const { row, signature } = found.value;
  if (signature === null) return fail('evaluationOnPaper');
  if (row.documentId !== null) return ok({ documentId: row.documentId });
  const pdf = await signedPdf(maker, found.value, signature);
  if (!pdf.ok) return pdf;
  const { work } = maker;
  return transactRecords(work.records, (tx): DocumentResult => {
    // Two calls may have printed at the same time; the first one stands.
    const earlier = findEvaluation(tx, hash)?.documentId;
    if (earlier) return ok({ documentId: earlier });
    const title = planTitles.planEvaluation;
    const paper = { caseId: null, kind: 'planEvaluation', actHash: null, title, pdf: pdf.value };
    const documentId = keepSigned(work, tx, paper);
    setEvaluationDocument(tx, hash, documentId);
    return ok({ documentId });
  });
};
