import { evaluationFileName, type ReadEvaluationFile, readEvaluationFile } from '../record/evaluation-file.ts';
import { maxRecordFileBytes } from '../record/record-file.ts';
import { embeddedFile } from './embedded-file.ts';

/** What a PDF carries of the evaluation of a plan. */
export type EmbeddedEvaluation =
  | { readonly state: 'none' }
  | { readonly state: 'valid'; readonly evaluation: ReadEvaluationFile }
  /** More than one, none readable, or one whose signature does not hold. */
  | { readonly state: 'damaged'; readonly code: 'evaluationInvalid' };

/** The evaluation inside one of our signed documents, checked. `bytes` as for `embeddedFile`. Never throws. */
export const embeddedEvaluation = (bytes: Uint8Array): EmbeddedEvaluation => {
  const file = embeddedFile(bytes, evaluationFileName, maxRecordFileBytes);
  if (file === 'none') return { state: 'none' };
  const evaluation = typeof file === 'string' ? undefined : readEvaluationFile(file.bytes);
  return evaluation === undefined ? { state: 'damaged', code: 'evaluationInvalid' } : { state: 'valid', evaluation };
};
