import type { EvaluatingOfficial } from '@shared/domain/competence/evaluation.ts';
import { type AppError, fail, type Result } from '@shared/kernel/result.ts';
import { isFreeFile } from '../attachments/free-file.ts';
import { type PaperFault, tteFault } from '../papers/brought-paper.ts';
import type { Unlocked } from '../vault/unlocked.ts';
import { composeEvaluation, type EvaluateFault, type Evaluating, keepEvaluation, type Made } from './evaluate.ts';
import type { EvaluationPaperSigned } from './evaluation-rows.ts';

/**
 * Keeps an evaluation that the official signed on paper or by TTE outside, with its scan or PDF; the plan is closed by
 * it. By TTE each file is a PDF with a signature that holds.
 */
export const enterEvaluation = (
  unlocked: Unlocked,
  {
    official,
    paper,
    ...evaluating
  }: Evaluating & { readonly official: EvaluatingOfficial; readonly paper: EvaluationPaperSigned },
): Made | Result<never, AppError<EvaluateFault | PaperFault>> => {
  const composed = composeEvaluation(unlocked, evaluating, official, 'paper');
  if (!composed.ok) return composed;
  const { work } = unlocked;
  if (!paper.attachmentIds.every((id) => isFreeFile(work.records, id))) return fail('unknownAttachment');
  for (const id of paper.medium === 'tte' ? paper.attachmentIds : []) {
    const fault = tteFault(work, id, () => false);
    if (fault !== null) return fail(fault);
  }
  return keepEvaluation(unlocked, evaluating, composed.value, paper);
};
