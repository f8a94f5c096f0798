import type { ActBody } from '@shared/domain/case/body.ts';
import type { HeaderDraft } from '@shared/domain/case/definition.ts';
import { isInPost } from '@shared/domain/case/holder.ts';
import { block, type Violation } from '@shared/domain/case/judge-header.ts';
import type { RecordsReader } from '../db/handles.ts';
import { trustedDirectory } from '../identity/trusted-directory.ts';
import type { CaseFile } from './case-file.ts';
import { caseHolder, signerOf } from './case-holder.ts';

/**
 * What every receiver would refuse an act of its author's vault for: the holder does not have the post in this case,
 * any more or yet. Asked only where others judge acts, in a vault with a directory; who works alone answers for the
 * whole file.
 */
export const postProblem = (tx: RecordsReader, file: CaseFile, header: HeaderDraft, body: ActBody): Violation[] => {
  const holder = caseHolder(tx);
  if (holder === null || header.origin === 'paper' || trustedDirectory(tx) === null) return [];
  return isInPost(file.state, file.bodies, header, body, signerOf(holder))
    ? []
    : [block('authorNotInPost', 'replaced')];
};
